import { Dropdown, type MenuProps } from 'antd'
import { strings } from '../../strings.ts'
import type { VisibleGroup } from '../group-tree.ts'
import styles from './GroupPanel.module.css'
import type { GroupTask } from './group-task.ts'

/** Where the menu of a group was asked for, px in the window. */
export interface MenuPlace {
  node: VisibleGroup
  x: number
  y: number
}

interface GroupMenuProps {
  place: MenuPlace
  onTask: (task: GroupTask) => void
  onRename: () => void
  onClose: () => void
}

/** What one does with a group: one menu for the whole tree, which is there only while it is open. */
export function GroupMenu({ place: { node, x, y }, onTask, onRename, onClose }: GroupMenuProps) {
  const onClick: MenuProps['onClick'] = ({ key }) => {
    onClose()
    if (key === 'create') onTask({ kind: 'create', under: node })
    else if (key === 'rename') onRename()
    else if (key === 'move' || key === 'merge' || key === 'remove') onTask({ kind: key, node })
  }
  return (
    <Dropdown
      open
      autoFocus
      trigger={['click']}
      menu={{ items: ITEMS, onClick }}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <span className={styles.menuPlace} style={{ left: x, top: y }} />
    </Dropdown>
  )
}

const words = strings.groups
const ITEMS: MenuProps['items'] = [
  { key: 'create', label: words.createUnder, extra: 'N' },
  { key: 'rename', label: words.rename, extra: 'F2' },
  { key: 'move', label: words.move, extra: 'M' },
  { key: 'merge', label: words.merge, extra: 'G' },
  { type: 'divider' },
  { key: 'remove', label: words.remove, extra: 'Delete', danger: true },
]
