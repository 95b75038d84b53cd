import type { FormInstance } from 'antd'
import { type RefObject, useState } from 'react'
import type { Product } from '../../../../shared/model/product.ts'
import { deskCodeOf, messageOf, rpc } from '../../../client/index.ts'
import type { Route } from '../../app/route.ts'
import { forgetUnsaved } from '../../app/unsaved.ts'
import type { FieldProblem } from '../../components/zod-words.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { allImagesTaken } from '../../images/taking.ts'
import { strings } from '../../strings.ts'
import { type ProductForm, readProductForm } from './product-form.ts'
import { goToField, inPageOrder } from './sections.ts'

const words = strings.products.editor

/** Saves the form as a new product, or over the old one; what is wrong with a field is said at the field. */
export function useSaveProduct(
  before: Product | null,
  form: FormInstance<ProductForm>,
  page: RefObject<HTMLElement | null>,
  go: (next: Route) => void,
) {
  const [isSaving, setSaving] = useState(false)
  const [wrongFields, setWrongFields] = useState<string[]>([])
  const notice = useNotice()

  const show = (problems: readonly FieldProblem[]) => {
    form.setFields(form.getFieldsError().map(({ name }) => ({ name: name as never, errors: [] })))
    form.setFields(problems.map(({ path, message }) => ({ name: path as never, errors: [message] })))
    const fields = inPageOrder(problems.map(({ path }) => path.join('.')))
    setWrongFields(fields)
    const [first] = fields
    // After the frame in which a sheet has gone to its first wrong cell.
    if (first) requestAnimationFrame(() => page.current && goToField(page.current, first))
  }

  const write = async () => {
    const reading = readProductForm(form.getFieldsValue(true), { before, now: Date.now() })
    if (!reading.ok) return show(reading.problems)
    show([])
    try {
      const { id } = before
        ? await rpc.products.update.mutate({ id: before.id, draft: reading.draft })
        : await rpc.products.create.mutate(reading.draft)
      notice.done(before ? words.saved : words.created)
      forgetUnsaved()
      go({ page: 'products', view: 'briefing', productId: id })
    } catch (error) {
      if (deskCodeOf(error) === 'code-taken') show([{ path: ['code'], message: messageOf(error) }])
      else notice.failed(error)
    }
  }

  const save = async () => {
    if (isSaving) return
    setSaving(true)
    // An image that was chosen a moment ago belongs to the product; one that cannot be taken is told of first.
    if (await allImagesTaken()) await write()
    setSaving(false)
  }

  return {
    save: () => void save(),
    isSaving,
    wrongFields,
    /** A field that is being changed is not called wrong any more. */
    forgive: (changed: Partial<ProductForm>) =>
      setWrongFields((fields) =>
        fields.filter((field) => !Object.hasOwn(changed, field.split('.')[0] ?? '')),
      ),
  }
}
