import { Button, Dropdown } from 'antd'
import type { ProductSummary } from '../../../shared/model/product.ts'
import type { Route } from '../app/route.ts'
import { MoreIcon } from '../components/icons.tsx'
import { strings } from '../strings.ts'
import { useProductActions } from './use-product-actions.ts'

interface ProductMenuProps {
  product: Pick<ProductSummary, 'id' | 'name' | 'shortName'>
  go: (next: Route) => void
  /** After the product is gone. */
  onRemoved?: () => void
}

const words = strings.products

/** What can be done with a product besides reading it. */
export function ProductMenu({ product, go, onRemoved }: ProductMenuProps) {
  const { remove } = useProductActions()
  const { id, name, shortName } = product
  const tasks: Readonly<Record<string, () => void>> = {
    edit: () => go({ page: 'products', view: 'editor', productId: id, field: null }),
    duplicate: () => go({ page: 'products', view: 'new', copyOf: id }),
    remove: () => void remove(product).then((isGone) => isGone && onRemoved?.()),
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'edit', label: words.edit },
          { key: 'duplicate', label: words.duplicate },
          { type: 'divider' },
          { key: 'remove', label: words.remove, danger: true },
        ],
        onClick: ({ key, domEvent }) => {
          domEvent.stopPropagation()
          tasks[key]?.()
        },
      }}
    >
      <Button
        type="text"
        size="small"
        icon={<MoreIcon />}
        aria-label={words.actionsOf(shortName ?? name)}
        onClick={(event) => event.stopPropagation()}
      />
    </Dropdown>
  )
}
