import { Checkbox, Input, Radio, Tag } from 'antd'
import { useId } from 'react'
import type { PackDecision } from '../../../../shared/model/team.ts'
import type { PhraseChange } from '../../../../shared/packs/compare.ts'
import { diffWords } from '../../../../shared/text/word-diff.ts'
import { DiffText } from '../../components/DiffText.tsx'
import { teamStrings as words } from '../../strings/team.ts'
import { type AskedChange, type FieldChange, fieldChanges, isAsked, titleOf } from './decisions.ts'
import styles from './Pack.module.css'

interface ChangeItemProps {
  change: PhraseChange
  /** Of the groups that the change speaks of, by their ids in it. */
  groupNames: Readonly<Record<string, string>>
  decision: PackDecision | undefined
  /** Undefined takes the change as it comes. */
  onDecide: (decision: PackDecision | undefined) => void
}

/** One phrase that a pack changes, word by word; what must be decided stands open, all else can be left out. */
export function ChangeItem({ change, groupNames, decision, onDecide }: ChangeItemProps) {
  const asked = isAsked(change)
  return (
    <li className={styles.item}>
      <span className={styles.choice}>
        {!asked && (
          <Checkbox
            aria-label={words.preview.take(words.preview.kinds[change.kind], titleOf(change))}
            checked={decision !== 'skip'}
            onChange={({ target }) => onDecide(target.checked ? undefined : 'skip')}
          />
        )}
      </span>
      <details className={styles.change} open={asked}>
        <summary>
          <Tag {...(asked && { color: 'warning' })}>{words.preview.kinds[change.kind]}</Tag>
          {titleOf(change)}
        </summary>
        <dl className={styles.fields}>
          {fieldChanges(change, groupNames).map((field) => (
            <Field key={field.field} {...field} />
          ))}
        </dl>
        {asked && <Decision change={change} decision={decision} onDecide={onDecide} />}
      </details>
    </li>
  )
}

function Field({ field, before, after }: FieldChange) {
  return (
    <div>
      <dt>{words.fields[field]}</dt>
      <dd>
        <DiffText parts={diffWords(before, after)} />
      </dd>
    </div>
  )
}

interface DecisionProps {
  change: AskedChange
  decision: PackDecision | undefined
  onDecide: (decision: PackDecision) => void
}

/** Theirs, mine, or, where both wrote, what the person writes of both. */
function Decision({ change, decision, onDecide }: DecisionProps) {
  const id = useId()
  const choices = words.preview.decisions[change.kind]
  const written = typeof decision === 'object' ? decision : null
  return (
    <div className={styles.decision}>
      <Radio.Group
        aria-label={words.preview.decide(titleOf(change))}
        value={written ? 'both' : decision}
        onChange={({ target: { value } }) =>
          onDecide(value === 'both' && change.kind === 'conflict' ? change.draft : value)
        }
        options={Object.entries(choices).map(([value, label]) => ({ value, label }))}
      />
      {written && (
        <div className={styles.writing}>
          <label htmlFor={`${id}-title`}>{words.fields.title}</label>
          <Input
            id={`${id}-title`}
            value={written.title}
            maxLength={120}
            onChange={(event) => onDecide({ ...written, title: event.target.value })}
          />
          <label htmlFor={`${id}-body`}>{words.fields.body}</label>
          <Input.TextArea
            id={`${id}-body`}
            value={written.body}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={10_000}
            onChange={(event) => onDecide({ ...written, body: event.target.value })}
          />
        </div>
      )}
    </div>
  )
}
