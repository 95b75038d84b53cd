import { Button, Input, Pagination, Select } from 'antd'
import { useState } from 'react'
import type { PackDecision, PackDecisions } from '../../../../shared/model/team.ts'
import type { PhraseChange } from '../../../../shared/packs/compare.ts'
import { teamStrings as words } from '../../strings/team.ts'
import { ChangeItem } from './ChangeItem.tsx'
import { changesFound, declinedAll, isAsked } from './decisions.ts'
import styles from './Pack.module.css'

const A_PAGE = 50

interface ChangeListProps {
  changes: readonly PhraseChange[]
  groupNames: Readonly<Record<string, string>>
  decisions: PackDecisions
  /** Undefined takes a change as it comes. */
  onDecide: (id: string, decision: PackDecision | undefined) => void
  onDecideMany: (decide: (before: PackDecisions) => PackDecisions) => void
}

/** What a release changes, phrase by phrase: all at once while that is one page, else to look through and to search. */
export function ChangeList({ changes, groupNames, decisions, onDecide, onDecideMany }: ChangeListProps) {
  const [text, setText] = useState('')
  const [kind, setKind] = useState<PhraseChange['kind'] | null>(null)
  const [page, setPage] = useState(1)
  const found = changesFound(changes, { text, kind })
  const onPage = Math.min(page, Math.max(1, Math.ceil(found.length / A_PAGE)))
  const optional = found.filter((change) => !isAsked(change))
  const areAllDeclined = optional.every(({ id }) => decisions[id] === 'skip')
  const kinds = Object.entries(words.preview.kinds).filter(([one]) =>
    changes.some((change) => change.kind === one),
  )
  return (
    <section aria-label={words.preview.changes}>
      {changes.length > A_PAGE && (
        <div className={styles.finder}>
          <Input.Search
            allowClear
            aria-label={words.preview.find}
            placeholder={words.preview.find}
            value={text}
            onChange={({ target }) => {
              setText(target.value)
              setPage(1)
            }}
          />
          <Select<PhraseChange['kind'] | 'all'>
            aria-label={words.preview.kind}
            value={kind ?? 'all'}
            onChange={(chosen) => {
              setKind(chosen === 'all' ? null : chosen)
              setPage(1)
            }}
            options={[
              { value: 'all' as const, label: words.preview.allKinds },
              ...kinds.map(([value, label]) => ({ value: value as PhraseChange['kind'], label })),
            ]}
          />
          <span className={styles.found} aria-live="polite">
            {words.preview.found(found.length)}
          </span>
          {optional.length > 0 && (
            <Button onClick={() => onDecideMany((before) => declinedAll(before, optional, !areAllDeclined))}>
              {areAllDeclined
                ? words.preview.takeAll(optional.length)
                : words.preview.declineAll(optional.length)}
            </Button>
          )}
        </div>
      )}
      <ul className={styles.changes}>
        {found.slice((onPage - 1) * A_PAGE, onPage * A_PAGE).map((change) => (
          <ChangeItem
            key={change.id}
            change={change}
            groupNames={groupNames}
            decision={Object.hasOwn(decisions, change.id) ? decisions[change.id] : undefined}
            onDecide={(decision) => onDecide(change.id, decision)}
          />
        ))}
      </ul>
      {found.length > A_PAGE && (
        <Pagination
          className={styles.pages ?? ''}
          align="center"
          current={onPage}
          pageSize={A_PAGE}
          total={found.length}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </section>
  )
}
