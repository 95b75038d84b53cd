import type { MissingFact, ScriptPart } from '../../../shared/model/script.ts'
import { type MarkedPiece, markedPieces } from '../results/marked-parts.ts'
import { type Message, textAsTyped } from '../state/state.ts'
import { STRINGS } from '../strings.ts'
import { Blank } from './Blank.tsx'
import { usePanelState } from './panel-context.tsx'
import styles from './script-text.module.css'

interface ScriptTextProps {
  message: Message
  /** The same with nothing typed into it. */
  outline: readonly ScriptPart[]
  fields: readonly MissingFact[]
  /** The blanks that the texts before it have asked for. */
  askedBefore?: readonly string[]
}

/** A text as it will be sent: facts and doubtful words marked, blanks to be filled where they stand. */
export function ScriptText({ message, outline, fields, askedBefore = [] }: ScriptTextProps) {
  const hasFields = fields.length > 0
  const isAsTyped = usePanelState(({ blanks }) => message.text === textAsTyped(outline, blanks))
  const parts = placed(hasFields ? outline : message.parts)
  // Findings are of the finished text; between fields it stands elsewhere.
  const findings = hasFields ? [] : message.wording
  const seen = new Set(askedBefore)
  return (
    <div className={styles.script} data-script="">
      {parts.map(({ part, start }, place) => {
        const isRepeated = part.kind === 'blank' && seen.has(part.name)
        if (part.kind === 'blank') seen.add(part.name)
        return part.kind === 'blank' ? (
          // Parts have no identity but their place; the component is made anew for another phrase.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Field key={place} name={part.name} fields={fields} isRepeated={isRepeated} isAsTyped={isAsTyped} />
        ) : (
          markedPieces(part, start, findings).map((piece, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a part have no identity either
            <Piece key={`${place}.${at}`} {...piece} />
          ))
        )
      })}
    </div>
  )
}

/** The parts, each with where it begins in the joined text. */
function placed(parts: readonly ScriptPart[]): { part: ScriptPart; start: number }[] {
  let end = 0
  return parts.map((part) => {
    const start = end
    end += part.kind === 'blank' ? 0 : part.text.length
    return { part, start }
  })
}

function Piece({ fact, text, finding }: MarkedPiece) {
  const words = fact === null ? text : <Fact name={fact}>{text}</Fact>
  if (finding === null) return words
  return (
    <mark className={styles.doubtful} data-level={finding.level} title={finding.reason}>
      {words}
    </mark>
  )
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <span className={styles.value} title={name}>
      {children}
    </span>
  )
}

interface FieldProps {
  name: string
  fields: readonly MissingFact[]
  isRepeated: boolean
  isAsTyped: boolean
}

function Field({ name, fields, isRepeated, isAsTyped }: FieldProps) {
  const index = fields.findIndex((field) => field.name === name)
  const fact = fields[index]
  if (!fact) return null
  return isRepeated ? <Echo fact={fact} isAsTyped={isAsTyped} /> : <Blank fact={fact} index={index} />
}

/**
 * A blank that the script needs a second time: what was typed into the first, unless the script makes something else of
 * it there (a size of height and weight); that is seen in the finished text.
 */
function Echo({ fact, isAsTyped }: { fact: MissingFact; isAsTyped: boolean }) {
  const typed = usePanelState(({ blanks }) => blanks[fact.name])
  return <span className={isAsTyped ? styles.value : styles.echo}>{isAsTyped ? typed : '…'}</span>
}

/** The finished text, where what was typed does not stand in it as it was typed (a size from height and weight). */
export function FinalText({ message: { text }, outline, fields }: ScriptTextProps) {
  const blanks = usePanelState((state) => state.blanks)
  if (fields.length === 0 || text === null || text === textAsTyped(outline, blanks)) return null
  return (
    <div className={styles.final}>
      <h3>{STRINGS.preview.final}</h3>
      <p>{text}</p>
    </div>
  )
}
