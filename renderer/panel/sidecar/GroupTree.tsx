import { useMemo } from 'react'
import { keepFocus } from '../components/keep-focus.ts'
import { groupRows } from './group-rows.ts'
import styles from './group-tree.module.css'
import { UnfoldIcon } from './icons.tsx'
import { PhraseRows } from './PhraseRows.tsx'
import { useSidecar, useSidecarView } from './sidecar-context.tsx'
import { SIDECAR_STRINGS } from './strings.ts'

/** The library's groups, one of them open: its phrases stand under its name. */
export function GroupTree() {
  const groups = useSidecarView((view) => view.groups)
  const groupId = useSidecarView((view) => view.groupId)
  const rows = useMemo(() => groupRows(groups, groupId), [groups, groupId])
  return (
    <nav className={styles.tree} aria-label={SIDECAR_STRINGS.groups}>
      <Group
        id={null}
        name={SIDECAR_STRINGS.oftenUsed}
        depth={0}
        isChosen={groupId === null}
        isUnfolded={null}
        phraseCount={null}
      />
      {rows.map((row) => (
        <Group key={row.id} {...row} />
      ))}
    </nav>
  )
}

interface GroupProps {
  id: string | null
  name: string
  depth: number
  isChosen: boolean
  isUnfolded: boolean | null
  phraseCount: number | null
}

function Group({ id, name, depth, isChosen, isUnfolded, phraseCount }: GroupProps) {
  const sidecar = useSidecar()
  return (
    <>
      <button
        type="button"
        className={styles.group}
        style={{ paddingInlineStart: `${0.625 + depth * 0.875}rem` }}
        aria-expanded={isChosen || isUnfolded === true}
        onMouseDown={keepFocus}
        onClick={() => sidecar.chooseGroup(id)}
      >
        <span className={styles.mark}>
          <UnfoldIcon isUnfolded={isChosen || isUnfolded === true} />
        </span>
        <span className={styles.name}>{name}</span>
        {phraseCount !== null && (
          <span className={styles.count} title={SIDECAR_STRINGS.count(phraseCount)}>
            {phraseCount}
          </span>
        )}
      </button>
      {isChosen && <PhraseRows />}
    </>
  )
}
