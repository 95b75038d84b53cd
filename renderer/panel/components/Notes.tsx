import type { Phrase } from '../../../shared/model/phrase.ts'
import type { RenderedScript } from '../../../shared/model/script.ts'
import { NoteIcon, WarningIcon } from '../../ui/icons.tsx'
import { STRINGS } from '../strings.ts'
import styles from './notes.module.css'

/** What the facts forbid, with what can be said instead, and what the agent should know before sending. */
export function ScriptNotes({ script: { refusals, warnings } }: { script: RenderedScript }) {
  if (refusals.length + warnings.length === 0) return null
  return (
    <ul className={styles.notes}>
      {refusals.map(({ technique, reason, instead }) => (
        <li key={technique + reason} className={styles.refusal}>
          <WarningIcon />
          <div>
            <p>
              <b>{STRINGS.preview.refused}</b> {reason}
            </p>
            {instead && (
              <p className={styles.instead}>
                {STRINGS.preview.instead}：{instead}
              </p>
            )}
          </div>
        </li>
      ))}
      {warnings.map((warning) => (
        <li key={warning} className={styles.warning}>
          <NoteIcon />
          <p>{warning}</p>
        </li>
      ))}
    </ul>
  )
}

const QUESTIONS_SHOWN = 3

/** What the library knows of the phrase itself: questions it answers, tags, days on which it may be used. */
export function PhraseNotes({ phrase: { questions, tags, validFrom, validUntil } }: { phrase: Phrase }) {
  const days = [
    validFrom && STRINGS.preview.validFrom(validFrom),
    validUntil && STRINGS.preview.validUntil(validUntil),
  ]
  const marks = [...tags, ...days.filter((day) => day !== null)]
  if (questions.length + marks.length === 0) return null
  return (
    <footer className={styles.phrase}>
      {questions.length > 0 && (
        <>
          <h3>{STRINGS.preview.questions}</h3>
          <ul className={styles.questions}>
            {questions.slice(0, QUESTIONS_SHOWN).map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
      {marks.length > 0 && (
        <ul className={styles.marks}>
          {marks.map((mark) => (
            <li key={mark}>{mark}</li>
          ))}
        </ul>
      )}
    </footer>
  )
}
