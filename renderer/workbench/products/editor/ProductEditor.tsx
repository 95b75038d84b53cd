import { Alert } from 'antd'
import { useState } from 'react'
import type { Product } from '../../../../shared/model/product.ts'
import { messageOf } from '../../../client/index.ts'
import type { Route } from '../../app/route.ts'
import { useProduct } from '../../data/queries.ts'
import styles from './ProductEditor.module.css'
import { ProductEditorForm } from './ProductEditorForm.tsx'
import { productFormOf } from './product-form.ts'

interface ProductEditorProps {
  /** The product to change; null to write a new one. */
  productId: string | null
  /** The product that a new one begins as a copy of; null to begin with nothing. */
  copyOf: string | null
  /** The field to go to. */
  field: string | null
  go: (next: Route) => void
}

/** The form of a product, once what it begins with is known. */
export function ProductEditor({ productId, copyOf, field, go }: ProductEditorProps) {
  const source = productId ?? copyOf
  if (source === null) return <ProductEditorForm before={null} initial={productFormOf(null)} go={go} />
  return <EditorOf key={source} productId={source} isCopy={productId === null} field={field} go={go} />
}

interface EditorOfProps {
  productId: string
  isCopy: boolean
  field: string | null
  go: (next: Route) => void
}

function EditorOf({ productId, isCopy, field, go }: EditorOfProps) {
  const { data, error } = useProduct(productId)
  if (error) return <Alert className={styles.error} type="error" showIcon title={messageOf(error)} />
  // While another product is being fetched the last one is still at hand.
  if (data?.id !== productId) return null
  return <Opened product={data} isCopy={isCopy} field={field} go={go} />
}

/** What the product was when the editor opened stays: a change from elsewhere does not move what is being typed. */
function Opened({ product, isCopy, field, go }: Omit<EditorOfProps, 'productId'> & { product: Product }) {
  const [start] = useState(() =>
    isCopy
      ? { before: null, initial: { ...productFormOf({ ...product, code: '' }) } }
      : { before: product, initial: productFormOf(product) },
  )
  return <ProductEditorForm {...start} field={field} go={go} />
}
