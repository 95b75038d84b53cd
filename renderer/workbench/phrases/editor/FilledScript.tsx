import { WarningIcon } from '../../components/icons.tsx'
import type { Answers } from '../../data/queries.ts'
import { strings } from '../../strings.ts'
import styles from './PhraseEditor.module.css'

type Preview = Answers['scripts']['preview']
type Filled = Extract<Preview, { ok: true }>['script']

/** A filled script: facts marked, blanks named, and what stands against sending it. */
export function FilledScript({ script: { parts, missing, refusals, warnings } }: { script: Filled }) {
  return (
    <>
      <p className={styles.filled}>
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity than their place
          <Part key={at} part={part} />
        ))}
      </p>
      <ul className={styles.remarks}>
        {refusals.map(({ technique, reason, instead }) => (
          <li key={technique + reason} className={styles.bad}>
            <WarningIcon size="1rem" /> {strings.editor.refusal(technique, reason, instead)}
          </li>
        ))}
        {warnings.map((warning) => (
          <li key={warning}>
            <WarningIcon size="1rem" /> {warning}
          </li>
        ))}
        {missing.length > 0 && (
          <li>{strings.editor.missing(missing.map(({ label }) => label).join('、'))}</li>
        )}
      </ul>
    </>
  )
}

function Part({ part }: { part: Filled['parts'][number] }) {
  if (part.kind === 'text') return part.text
  if (part.kind === 'value') return <mark title={part.name}>{part.text}</mark>
  return <span className={styles.blank}>{part.name}</span>
}
