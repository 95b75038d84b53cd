import { Footer } from '../components/Footer.tsx'
import { usePanelState } from '../components/panel-context.tsx'
import { STRINGS } from '../strings.ts'
import styles from './sidecar.module.css'
import { SIDECAR_STRINGS } from './strings.ts'

/** What the last act came to; else what a click does. */
export function SidecarFoot() {
  const hasNotice = usePanelState(({ notice }) => notice !== null)
  const total = usePanelState(({ results }) => results?.total ?? 0)
  if (hasNotice) return <Footer />
  return (
    <footer className={styles.foot}>
      <span>{SIDECAR_STRINGS.hint}</span>
      {total > 0 && <span className={styles.count}>{STRINGS.results.count(total)}</span>}
    </footer>
  )
}
