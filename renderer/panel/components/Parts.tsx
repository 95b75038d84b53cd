import type { LaterPart, MissingFact } from '../../../shared/model/script.ts'
import { blanksIn, nextPart, type Preview, textsOf } from '../state/state.ts'
import { STRINGS } from '../strings.ts'
import { usePanelState } from './panel-context.tsx'
import styles from './parts.module.css'
import { FinalText, ScriptText } from './ScriptText.tsx'

interface PartsProps {
  preview: Preview
  fields: readonly MissingFact[]
}

/** All that a phrase of several parts pastes, each part with its place; the one that the next Enter delivers is marked. */
export function Parts({ preview, fields }: PartsProps) {
  const { later } = preview.script
  const next = usePanelState((state) => nextPart(state, preview.phraseId))
  const texts = [0, ...later.map(({ kind }, index) => (kind === 'text' ? textsBefore(later, index) : null))]
  return texts.map((nth, index) => {
    const part = later[index - 1]
    return (
      // Parts have no identity but their place.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <section key={index} className={styles.part} data-next={next > 0 && index === next}>
        <span className={styles.place}>{STRINGS.parts.nth(index + 1, texts.length)}</span>
        {nth !== null && <Text preview={preview} fields={fields} nth={nth} />}
        {part?.kind === 'image' && <Picture part={part} />}
      </section>
    )
  })
}

/** Which of the phrase's texts stands at `index` of its later parts; the first text is none of them. */
const textsBefore = (later: readonly LaterPart[], index: number): number =>
  1 + later.slice(0, index).filter(({ kind }) => kind === 'text').length

function Text({ preview, fields, nth }: PartsProps & { nth: number }) {
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
