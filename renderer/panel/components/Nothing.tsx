import { STRINGS } from '../strings.ts'
import styles from './nothing.module.css'
import { usePanel, usePanelState } from './panel-context.tsx'

/** No phrase answers: what can be done about it, instead of a blank. */
export function Nothing({ query }: { query: string }) {
  const panel = usePanel()
  const isNarrowed = usePanelState(({ step }) => step !== null)
  const isEmptyLibrary = query.trim() === '' && !isNarrowed
  return (
    <section className={styles.nothing}>
      <p className={styles.title}>{isEmptyLibrary ? STRINGS.nothing.empty : STRINGS.nothing.found(query)}</p>
      <p className={styles.advice}>{isEmptyLibrary ? STRINGS.nothing.emptyAdvice : STRINGS.nothing.advice}</p>
      <div className={styles.ways}>
        {isNarrowed && (
          <button type="button" className={styles.way} onClick={() => panel.chooseStep(null)}>
            {STRINGS.nothing.allSteps}
          </button>
        )}
        {query !== '' && (
          <button type="button" className={styles.way} onClick={panel.clearQuery}>
            {STRINGS.nothing.clear}
          </button>
        )}
        <button type="button" className={styles.way} onClick={panel.openWorkbench}>
          {STRINGS.nothing.create}
        </button>
      </div>
    </section>
  )
}
