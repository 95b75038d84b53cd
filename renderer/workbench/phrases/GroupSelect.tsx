import { Select } from 'antd'
import { strings } from '../strings.ts'
import { type GroupNode, groupOptions } from './group-tree.ts'

interface GroupSelectProps {
  tree: readonly GroupNode[]
  /** A group that is not offered, nor anything below it. */
  exceptId?: string
  id?: string
  'aria-label'?: string
  placeholder?: string
  autoFocus?: boolean
  /** Given by the form that holds it. */
  value?: string | null
  onChange?: (id: string | null) => void
}

/** Em by which each level stands in. */
const INDENT = 1

/** Picks a group by its name or by any of its ancestors'. */
export function GroupSelect({ tree, exceptId, value, onChange, placeholder, ...named }: GroupSelectProps) {
  return (
    <Select
      {...named}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={placeholder ?? strings.phrases.noGroup}
      options={groupOptions(tree, exceptId)}
      optionRender={({ data }) => (
        <span style={{ paddingLeft: `${data.depth * INDENT}em` }}>{data.name}</span>
      )}
      value={value}
      onChange={(id?: string) => onChange?.(id ?? null)}
    />
  )
}
