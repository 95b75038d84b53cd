import { Form } from 'antd'
import { useRef } from 'react'
import { ImageField, type ImageFieldHandle } from '../../images/ImageField.tsx'
import { ImageTarget } from '../../images/ImageTarget.tsx'
import { imageStrings as words } from '../../strings/images.ts'
import type { ProductForm } from './product-form.ts'

const { Item } = Form<ProductForm>
/** As the model of a product bounds them. */
const LIMIT = 20

/** The product's pictures; the first stands on its card. */
export function ImagesField() {
  const field = useRef<ImageFieldHandle>(null)
  return (
    <ImageTarget field={field}>
      <Item name="images">
        <ImageField ref={field} label={words.product} limit={LIMIT} firstMark={words.first} />
      </Item>
    </ImageTarget>
  )
}
