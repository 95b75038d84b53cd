import { Button, Form } from 'antd'
import { type KeyboardEvent, useEffect, useState } from 'react'
import type { ShopProfile } from '../../../../shared/model/shop.ts'
import { deskCodeOf, messageOf, rpc } from '../../../client/index.ts'
import { hasUnsaved, useMarkUnsaved } from '../../app/unsaved.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { isSameValue } from '../../components/same-value.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { strings } from '../../strings.ts'
import styles from '../Settings.module.css'
import { SettingsSection } from '../SettingsSection.tsx'
import { CourierTable } from './CourierTable.tsx'
import { FlagFields } from './FlagFields.tsx'
import { PromotionFields } from './PromotionFields.tsx'
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
  /** The shop in the form: another one that became current meanwhile waits for unsaved changes. */
  const [edited, setEdited] = useState(shopId)
  const [isDirty, setDirty] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const notice = useNotice()
  useMarkUnsaved('shop', isDirty)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a profile saved elsewhere is taken over, but never over the person's own changes
  useEffect(() => {
    if (hasUnsaved()) return
    takeOver()
  }, [shopId, profile])

  function takeOver(): void {
    const next = shopFormOf(profile)
    setStart(next)
    setEdited(shopId)
    setDirty(false)
    form.setFieldsValue(next)
    form.setFields(form.getFieldsError().map(({ name }) => ({ name: name as never, errors: [] })))
  }

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
    // The name in chats is set in a section of its own, perhaps since this form was filled.
    const { agentAlias } = edited === shopId ? profile : start
    try {
      const saved = await rpc.shops.save.mutate({ id: edited, profile: { ...reading.profile, agentAlias } })
      if (edited === shopId) {
        setStart(shopFormOf(saved.profile))
        setDirty(false)
      } else takeOver()
      notice.done(strings.settings.saved)
    } catch (error) {
      // A name that another shop has is said where it was typed.
      if (deskCodeOf(error) === 'name-taken') {
        form.setFields([{ name: 'name', errors: [messageOf(error)] }])
        form.scrollToField('name', { focus: true, block: 'center' })
      } else notice.failed(error)
    }
    setSaving(false)
  }

  const discard = () => {
    if (edited !== shopId) return takeOver()
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
      <SettingsSection
        id="shop"
        title={strings.settings.shop}
        explanation={strings.settings.shopExplanation(start.name)}
      >
        <NameFields />
      </SettingsSection>
      <SettingsSection
        id="dispatch"
        title={strings.settings.dispatch}
        explanation={strings.settings.dispatchExplanation}
      >
        <DispatchFields />
      </SettingsSection>
      <SettingsSection
        id="tiers"
        title={strings.settings.promotions}
        explanation={strings.settings.promotionsExplanation}
      >
        <PromotionFields />
      </SettingsSection>
      <SettingsSection
        id="limits"
        title={strings.settings.limits}
        explanation={strings.settings.limitsExplanation}
      >
        <LimitFields />
      </SettingsSection>
      <SettingsSection id="returns" title={strings.settings.returns}>
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
      <SettingsSection
        id="flag-map"
        title={strings.settings.flags}
        explanation={strings.settings.flagsExplanation}
      >
        <FlagFields />
      </SettingsSection>
      {isDirty && (
        <div className={styles.saveBar} role="status">
          <span>{strings.settings.unsaved}</span>
          <Button onClick={discard}>{strings.settings.discard}</Button>
          <BusyButton type="primary" isBusy={isSaving} title="Ctrl+S" onClick={() => void save()}>
            {strings.save}
          </BusyButton>
        </div>
      )}
    </Form>
  )
}
