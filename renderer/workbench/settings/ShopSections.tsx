import { Button, Form } from 'antd'
import { type KeyboardEvent, useEffect, useState } from 'react'
import type { ShopProfile } from '../../../shared/model/shop.ts'
import { rpc } from '../../client/index.ts'
import { useMarkUnsaved } from '../app/unsaved.ts'
import { isSameValue } from '../components/same-value.ts'
import { useNotice } from '../data/use-notice.tsx'
import { strings } from '../strings.ts'
import { CourierTable } from './CourierTable.tsx'
import { FlagFields } from './FlagFields.tsx'
import { PromotionFields } from './PromotionFields.tsx'
import styles from './Settings.module.css'
import { SettingsSection } from './SettingsSection.tsx'
import { DispatchFields, LimitFields, NameFields, ReturnFields } from './ShopFields.tsx'
import { readShopForm, type ShopForm, shopFormOf } from './shop-form.ts'

interface ShopSectionsProps {
  shopId: string
  profile: ShopProfile
  /** The field to go to; null to stay at the top. */
  field: string | null
}

/** The shop's profile as one form over several sections, saved as a whole. */
export function ShopSections({ shopId, profile, field }: ShopSectionsProps) {
  const [form] = Form.useForm<ShopForm>()
  const [start, setStart] = useState(() => shopFormOf(profile))
  const [isDirty, setDirty] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const notice = useNotice()
  useMarkUnsaved('shop', isDirty)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a profile saved elsewhere is taken over, but never over the person's own changes
  useEffect(() => {
    if (isDirty) return
    const next = shopFormOf(profile)
    setStart(next)
    form.setFieldsValue(next)
  }, [profile])

  useEffect(() => {
    if (field) form.scrollToField(field, { focus: true, block: 'center' })
  }, [field, form])

  const save = async () => {
    const reading = readShopForm(form.getFieldsValue(true))
    if (!reading.ok) {
      form.setFields(
        reading.problems.map(({ path, message }) => ({ name: path as never, errors: [message] })),
      )
      const [first] = reading.problems
      if (first) form.scrollToField(first.path as never, { focus: true, block: 'center' })
      return
    }
    setSaving(true)
    try {
      const saved = await rpc.shops.save.mutate({ id: shopId, profile: reading.profile })
      setStart(shopFormOf(saved.profile))
      setDirty(false)
      notice.done(strings.settings.saved)
    } catch (error) {
      notice.failed(error)
    }
    setSaving(false)
  }

  const discard = () => {
    form.setFieldsValue(start)
    form.setFields(form.getFieldsError().map(({ name }) => ({ name: name as never, errors: [] })))
    setDirty(false)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    if (isDirty) void save()
  }

  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={start}
      onValuesChange={() => setDirty(!isSameValue(form.getFieldsValue(true), start))}
      onKeyDown={onKeyDown}
    >
      <SettingsSection title={strings.settings.shop} explanation={strings.settings.shopExplanation}>
        <NameFields />
      </SettingsSection>
      <SettingsSection title={strings.settings.dispatch} explanation={strings.settings.dispatchExplanation}>
        <DispatchFields />
      </SettingsSection>
      <SettingsSection
        id="tiers"
        title={strings.settings.promotions}
        explanation={strings.settings.promotionsExplanation}
      >
        <PromotionFields />
      </SettingsSection>
      <SettingsSection title={strings.settings.limits} explanation={strings.settings.limitsExplanation}>
        <LimitFields />
      </SettingsSection>
      <SettingsSection title={strings.settings.returns}>
        <ReturnFields />
      </SettingsSection>
      <SettingsSection
        id="couriers"
        title={strings.settings.couriers}
        explanation={strings.settings.couriersExplanation}
      >
        <Form.Item name="couriers" noStyle>
          <CourierTable />
        </Form.Item>
      </SettingsSection>
      <SettingsSection title={strings.settings.flags} explanation={strings.settings.flagsExplanation}>
        <FlagFields />
      </SettingsSection>
      {isDirty && (
        <div className={styles.saveBar} role="status">
          <span>{strings.settings.unsaved}</span>
          <Button onClick={discard}>{strings.settings.discard}</Button>
          <Button type="primary" loading={isSaving} title="Ctrl+S" onClick={() => void save()}>
            {strings.save}
          </Button>
        </div>
      )}
    </Form>
  )
}
