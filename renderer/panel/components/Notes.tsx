import type { Phrase } from '../../../shared/model/phrase.ts'
import type { RenderedScript } from '../../../shared/model/script.ts'
import type { WordingFinding, WordingLevel } from '../../../shared/model/wording.ts'
import { FlagIcon, NoteIcon, WarningIcon } from '../../ui/icons.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { HINTS } from '../keyboard/hints.ts'
import { STRINGS } from '../strings.ts'
import styles from './notes.module.css'

/** What weighs most is read first. */
const PRECEDENCE: Record<WordingLevel, number> = { block: 0, strong: 1, warn: 2, hint: 3 }

/** What the facts forbid, with what can be said instead, and what the agent should know before sending. */
export function ScriptNotes({ script }: { script: RenderedScript }) {
  const { refusals, warnings, advice, promises } = script
  // What holds the text back stands among the refusals.
  const findings = script.wording
    .filter(({ level }) => script.text !== null || level !== 'block')
    .toSorted((a, b) => PRECEDENCE[a.level] - PRECEDENCE[b.level])
  if (refusals.length + findings.length + warnings.length + advice.length + promises.length === 0) return null
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
      {findings.map((finding) => (
        <Finding key={finding.span.start} finding={finding} />
      ))}
      {warnings.map((warning) => (
        <li key={warning} className={styles.warning}>
          <NoteIcon />
          <p>{warning}</p>
        </li>
      ))}
      {promises.length > 0 && (
        <li className={styles.quiet}>
          <FlagIcon />
          <p>
            {STRINGS.promises.inScript(promises)}
            <span className={styles.afterwards}>
              {STRINGS.promises.afterwards} <Keys keys={HINTS.remark.keys} /> {STRINGS.promises.copy}
            </span>
          </p>
        </li>
      )}
      {advice.map((one) => (
        <li key={one} className={styles.quiet}>
          <NoteIcon />
          <p>{one}</p>
        </li>
      ))}
    </ul>
  )
}

/** Words that break a rule of wording: which, what to say instead, and why. The paste is the agent's to decide. */
function Finding({ finding: { category, level, text, reason, suggestion } }: { finding: WordingFinding }) {
  return (
    <li className={styles.finding} data-level={level}>
      <WarningIcon />
      <div>
        <p>
          <b>{STRINGS.wording.finding(category, text)}</b> {suggestion}
        </p>
        <p className={styles.reason}>{reason}</p>
      </div>
    </li>
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
