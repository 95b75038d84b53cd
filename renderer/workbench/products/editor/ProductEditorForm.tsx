import { Button, Form } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Product } from '../../../../shared/model/product.ts'
import type { Route } from '../../app/route.ts'
import { useMarkUnsaved } from '../../app/unsaved.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { isSameValue } from '../../components/same-value.ts'
import { strings } from '../../strings.ts'
import { BasicFields } from './BasicFields.tsx'
import { EditorSection } from './EditorSection.tsx'
import { FunnelFields } from './FunnelFields.tsx'
import { ImagesField } from './ImagesField.tsx'
import { LastsFields } from './LastsFields.tsx'
import { FlawsField, PersuasionFields, ServiceFields } from './ListFields.tsx'
import styles from './ProductEditor.module.css'
import type { ProductForm } from './product-form.ts'
import { QuestionFields } from './QuestionFields.tsx'
import { RelatedFields } from './RelatedFields.tsx'
import { SectionNav } from './SectionNav.tsx'
import { SizeFields } from './SizeFields.tsx'
import { SkuField } from './SkuField.tsx'
import { goToField } from './sections.ts'
import { useSaveProduct } from './use-save-product.ts'

interface ProductEditorFormProps {
  /** The product as it is; null for a new one. */
  before: Product | null
  initial: ProductForm
  field?: string | null
  go: (next: Route) => void
}

const words = strings.products.editor

/** Every fact of a product as one form, saved as a whole. Ctrl+S saves; leaving with changes asks. */
export function ProductEditorForm({ before, initial, field = null, go }: ProductEditorFormProps) {
  const [form] = Form.useForm<ProductForm>()
  const page = useRef<HTMLDivElement>(null)
  const [isDirty, setDirty] = useState(false)
  useMarkUnsaved('product-editor', isDirty)
  const { save, isSaving, wrongFields, forgive } = useSaveProduct(before, form, page, go)

  useEffect(() => {
    if (field && page.current) goToField(page.current, field)
  }, [field])

  const leave = () =>
    go(
      before
        ? { page: 'products', view: 'briefing', productId: before.id }
        : { page: 'products', view: 'overview' },
    )
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    save()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+S is for the whole page; the button 保存 is everyone's
    <div className={styles.page} ref={page} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <h1 className={styles.title}>
          {before ? words.editing(before.shortName ?? before.name) : words.create}
        </h1>
        <span className={styles.state} role="status">
          {wrongFields.length > 0 ? (
            <span className={styles.bad}>{words.problems(wrongFields.length)}</span>
          ) : (
            isDirty && words.unsaved
          )}
        </span>
        <Button onClick={leave}>{strings.cancel}</Button>
        <BusyButton type="primary" isBusy={isSaving} title="Ctrl+S" onClick={save}>
          {strings.save}
        </BusyButton>
      </header>
      <div className={styles.body}>
        <SectionNav page={page} wrongFields={wrongFields} />
        <Form
          form={form}
          className={styles.form}
          layout="vertical"
          requiredMark={false}
          initialValues={initial}
          onValuesChange={(changed: Partial<ProductForm>) => {
            forgive(changed)
            setDirty(!isSameValue(form.getFieldsValue(true), initial))
          }}
        >
          <EditorSection id="basics">
            <BasicFields isNew={before === null} />
          </EditorSection>
          <EditorSection id="images">
            <ImagesField />
          </EditorSection>
          <EditorSection id="skus">
            <Form.Item name="skus" className={styles.sheetItem}>
              <SkuField />
            </Form.Item>
          </EditorSection>
          <EditorSection id="lasts">
            <LastsFields />
          </EditorSection>
          <EditorSection id="persuasion">
            <PersuasionFields />
          </EditorSection>
          <EditorSection id="flaws">
            <FlawsField />
          </EditorSection>
          <EditorSection id="sizes">
            <SizeFields />
          </EditorSection>
          <EditorSection id="service">
            <ServiceFields />
          </EditorSection>
          <EditorSection id="questions">
            <QuestionFields />
          </EditorSection>
          <EditorSection id="funnel">
            <FunnelFields />
          </EditorSection>
          <EditorSection id="related">
            <RelatedFields ownCode={before?.code ?? null} />
          </EditorSection>
        </Form>
      </div>
    </div>
  )
}
