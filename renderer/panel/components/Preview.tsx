import type { Phrase } from '../../../shared/model/phrase.ts'
import type { PhraseHit } from '../../../shared/model/search.ts'
import { STEP_NAMES } from '../../../shared/model/steps.ts'
import { blanksIn, fieldsOf, type Preview as PreviewState, selectedHit, textsOf } from '../state/state.ts'
import { STRINGS } from '../strings.ts'
import { Blank } from './Blank.tsx'
import { PhraseNotes, ScriptNotes } from './Notes.tsx'
import { Parts } from './Parts.tsx'
import { usePanelState } from './panel-context.tsx'
import styles from './preview.module.css'
import { FinalText, ScriptText } from './ScriptText.tsx'
import { Variants } from './Variants.tsx'

/** The selected phrase, filled: what will stand in the chat. The last one stays until the next is there. */
export function Preview() {
  const hit = usePanelState(selectedHit)
  const preview = usePanelState((state) => state.preview)
  const isNothingFound = usePanelState(({ results }) => results?.hits.length === 0)
  if (isNothingFound) return null
  const isCurrent = preview !== null && preview.phraseId === hit?.id
  return (
    <section
      className={styles.preview}
      aria-label={STRINGS.preview.label}
      aria-busy={hit !== null && !isCurrent}
      data-phrase={preview?.phraseId}
      // Its text may be longer than the window: by Tab one gets here, and scrolls with the arrows.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
      tabIndex={0}
    >
      {hit && preview && <Filled key={preview.phraseId} hit={isCurrent ? hit : null} preview={preview} />}
    </section>
  )
}

function Filled({ hit, preview }: { hit: PhraseHit | null; preview: PreviewState }) {
  const { script, outline } = preview
  const fields = fieldsOf(preview)
  const inText = new Set(textsOf(outline).flatMap(({ parts }) => blanksIn(parts)))
  const others = fields.filter(({ name }) => !inText.has(name))
  const isSequence = script.later.length > 0
  const first = { message: script, outline: outline.parts, fields }
  return (
    <>
      <h2 className={styles.title}>{script.title}</h2>
      <p className={styles.place}>
        <span>{preview.phrase && placeOf(preview.phrase)}</span> <code>{preview.phrase?.code}</code>
      </p>
      <Variants script={script} />
      {hit?.blockedBy && (
        <p className={styles.blocked}>
          {STRINGS.preview.blocked}：{hit.blockedBy}
        </p>
      )}
      {isSequence ? <Parts preview={preview} fields={fields} /> : <ScriptText {...first} />}
      {others.length > 0 && (
        <div className={styles.others}>
          <h3>{STRINGS.preview.more}</h3>
          {others.map((fact) => (
            <p key={fact.name}>
              {fact.label} <Blank fact={fact} index={fields.indexOf(fact)} />
            </p>
          ))}
        </div>
      )}
      {!isSequence && <FinalText {...first} />}
      <ScriptNotes script={script} />
      {preview.phrase && <PhraseNotes phrase={preview.phrase} />}
    </>
  )
}

/** The groups, outermost first, after the step unless that is what the first of them is called. */
function placeOf({ step, groupPath }: Phrase): string {
  const name = STEP_NAMES[step]
  return (groupPath[0]?.startsWith(name) ? groupPath : [name, ...groupPath]).join(' / ')
}
