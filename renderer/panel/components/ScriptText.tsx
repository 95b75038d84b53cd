import type { MissingFact, ScriptPart } from '../../../shared/model/script.ts'
import { type Preview, textAsTyped } from '../state/state.ts'
import { STRINGS } from '../strings.ts'
import { Blank } from './Blank.tsx'
import { usePanelState } from './panel-context.tsx'
import styles from './script-text.module.css'

/** The script as it will be sent: facts marked, blanks to be filled where they stand. */
export function ScriptText({ preview, fields }: { preview: Preview; fields: readonly MissingFact[] }) {
  const parts = fields.length > 0 ? preview.outline.parts : preview.script.parts
  const isAsTyped = usePanelState(({ blanks }) => preview.script.text === textAsTyped(preview, blanks))
  const seen = new Set<string>()
  return (
    <div className={styles.script} data-script="">
      {parts.map((part, place) => {
        const isRepeated = part.kind === 'blank' && seen.has(part.name)
        if (part.kind === 'blank') seen.add(part.name)
        // Parts have no identity but their place; the component is made anew for another phrase.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        return <Part key={place} part={part} fields={fields} isRepeated={isRepeated} isAsTyped={isAsTyped} />
      })}
    </div>
  )
}

interface PartProps {
  part: ScriptPart
  fields: readonly MissingFact[]
  isRepeated: boolean
  isAsTyped: boolean
}

function Part({ part, fields, isRepeated, isAsTyped }: PartProps) {
  if (part.kind === 'text') return part.text
  if (part.kind === 'value') {
    return (
      <span className={styles.value} title={part.name}>
        {part.text}
      </span>
    )
  }
  const index = fields.findIndex(({ name }) => name === part.name)
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
export function FinalText({ preview, hasFields }: { preview: Preview; hasFields: boolean }) {
  const blanks = usePanelState((state) => state.blanks)
  const { text } = preview.script
  if (!hasFields || text === null) return null
  if (text === textAsTyped(preview, blanks)) return null
  return (
    <div className={styles.final}>
      <h3>{STRINGS.preview.final}</h3>
      <p>{text}</p>
    </div>
  )
}
