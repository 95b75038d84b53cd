import { Keys } from '../components/Keys.tsx'
import { followUpStrings as words } from '../strings/follow-ups.ts'
import styles from './KeyLegend.module.css'

const LEGEND: readonly { names: readonly string[]; does: string }[] = [
  { names: ['↑', '↓'], does: words.keys.move },
  { names: ['Enter'], does: words.keys.done },
  { names: ['S'], does: words.keys.snooze },
  { names: ['C'], does: words.keys.copy },
  { names: ['P'], does: words.keys.panel },
  { names: ['E'], does: words.keys.edit },
  { names: ['Del'], does: words.keys.remove },
  { names: ['N'], does: words.keys.add },
  { names: ['H'], does: words.keys.handOver },
  { names: ['1–4'], does: words.keys.views },
]

/** What the keys do on this page. */
export function KeyLegend() {
  return (
    <ul className={styles.legend} aria-label={words.keys.label}>
      {LEGEND.map(({ names, does }) => (
        <li key={does}>
          <Keys names={names} /> {does}
        </li>
      ))}
    </ul>
  )
}
