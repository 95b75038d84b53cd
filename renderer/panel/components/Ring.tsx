import { STRINGS } from '../strings.ts'
import { usePanel, usePanelState } from './panel-context.tsx'
import styles from './ring.module.css'

const RADIUS = 8.5
const SECONDS = 6
/** One arc a second with a gap between, on a circle of length 6; the first begins half a gap past the top. */
const ARCS = {
  r: RADIUS,
  cx: 11,
  cy: 11,
  pathLength: SECONDS,
  strokeDasharray: '0.8 0.2',
  strokeDashoffset: -0.1,
}

/** The six seconds a buyer waits: fills while the panel is open, stops at a use, and goes quiet when they are over. */
export function Ring() {
  const panel = usePanel()
  const ring = usePanelState((state) => state.ring)
  const shownAt = usePanelState((state) => state.shownAt)
  const label =
    ring === 'late' ? STRINGS.ring.late : ring === 'running' ? STRINGS.ring.running : STRINGS.ring.label
  return (
    <svg className={styles.ring} data-ring={ring} role="img" aria-label={label} viewBox="0 0 22 22">
      <mask id="past">
        <circle
          key={shownAt}
          className={styles.past}
          r={RADIUS}
          cx="11"
          cy="11"
          pathLength="1"
          onAnimationEnd={panel.ringIsOver}
        />
      </mask>
      <circle className={styles.track} {...ARCS} />
      <circle className={styles.time} {...ARCS} mask="url(#past)" />
    </svg>
  )
}
