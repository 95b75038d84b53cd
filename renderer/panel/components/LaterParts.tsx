import type { LaterPart, MissingFact } from '../../../shared/model/script.ts'
import { blanksIn, nextPart, type Preview, textsOf } from '../state/state.ts'
import { STRINGS } from '../strings.ts'
import styles from './later-parts.module.css'
import { usePanelState } from './panel-context.tsx'
import { FinalText, ScriptText } from './ScriptText.tsx'

interface LaterPartsProps {
  preview: Preview
  fields: readonly MissingFact[]
}

/** What comes after the first text, each part with its place; the one that the next Enter delivers is marked. */
export function LaterParts({ preview, fields }: LaterPartsProps) {
  const { later } = preview.script
  const next = usePanelState((state) => nextPart(state, preview.phraseId))
  return later.map((part, index) => (
    // Parts have no identity but their place.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <section key={index} className={styles.part} data-next={index + 1 === next}>
      <span className={styles.place}>{STRINGS.parts.nth(index + 2, later.length + 1)}</span>
      {part.kind === 'image' ? (
        <Picture part={part} />
      ) : (
        <LaterText preview={preview} fields={fields} nth={textsBefore(later, index)} />
      )}
    </section>
  ))
}

/** Which of the phrase's texts stands at `index` of its later parts; the first text is none of them. */
const textsBefore = (later: readonly LaterPart[], index: number): number =>
  1 + later.slice(0, index).filter(({ kind }) => kind === 'text').length

function LaterText({ preview, fields, nth }: LaterPartsProps & { nth: number }) {
  const outlines = textsOf(preview.outline).map(({ parts }) => parts)
  const [message, outline] = [textsOf(preview.script)[nth], outlines[nth]]
  if (!message || !outline) return null
  const text = { message, outline, fields, askedBefore: outlines.slice(0, nth).flatMap(blanksIn) }
  return (
    <>
      <ScriptText {...text} />
      <FinalText {...text} />
    </>
  )
}

function Picture({ part: { hash, info } }: { part: Extract<LaterPart, { kind: 'image' }> }) {
  const picture = usePanelState(({ pictures }) => pictures[hash])
  if (!info) return <p className={styles.lost}>{STRINGS.parts.lost}</p>
  const name = STRINGS.parts.image(info.name)
  return (
    <figure className={styles.picture}>
      <span>{picture && <img src={picture} alt="" />}</span>
      <figcaption>
        {name}
        <br />
        {info.width}×{info.height}
      </figcaption>
    </figure>
  )
}
