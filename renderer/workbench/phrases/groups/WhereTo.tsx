import { Radio } from 'antd'
import type { ReactNode } from 'react'
import { strings } from '../../strings.ts'
import { GroupSelect } from '../GroupSelect.tsx'
import { type GroupNode, groupOptions } from '../group-tree.ts'
import styles from './GroupPanel.module.css'

/** Into another group, which may still have to be said; or into none. */
export type Whereto = { into: 'none' } | { into: 'group'; groupId: string | null }

interface WhereToProps {
  tree: readonly GroupNode[]
  /** The group that goes, or whose phrases do: neither it nor what is under it can be gone to. */
  exceptId: string
  value: Whereto
  onChange: (next: Whereto) => void
  /** What it is called to go into no group. */
  none: string
  /** What the list of groups asks. */
  question: string
  children?: ReactNode
}

/** Asks into which group something goes, or into none. */
export function WhereTo({ tree, exceptId, value, onChange, none, question, children }: WhereToProps) {
  const hasOthers = groupOptions(tree, exceptId).length > 0
  return (
    <div className={styles.whereTo}>
      <Radio.Group
        className={styles.choices}
        value={value.into}
        onChange={({ target }) =>
          onChange(target.value === 'none' ? { into: 'none' } : { into: 'group', groupId: null })
        }
      >
        <Radio value="none">{none}</Radio>
        <Radio value="group" disabled={!hasOthers}>
          {strings.groups.moveToOther}
        </Radio>
      </Radio.Group>
      {value.into === 'group' && (
        <GroupSelect
          tree={tree}
          exceptId={exceptId}
          aria-label={question}
          placeholder={strings.groups.moveTarget}
          value={value.groupId}
          onChange={(groupId) => onChange({ into: 'group', groupId })}
        />
      )}
      {children}
    </div>
  )
}

/** Whether the group to go into is still to be said. */
export const isUnsaid = (whereto: Whereto): boolean => whereto.into === 'group' && whereto.groupId === null

/** The id of the group gone to; null for none. */
export const groupIdOf = (whereto: Whereto): string | null =>
  whereto.into === 'group' ? whereto.groupId : null
