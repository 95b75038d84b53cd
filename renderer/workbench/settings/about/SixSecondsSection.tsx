import { useSixSeconds } from '../../data/queries.ts'
import { strings } from '../../strings.ts'
import styles from '../Settings.module.css'
import { SettingsSection } from '../SettingsSection.tsx'
import { secondsWords, shareWords } from './six-seconds.ts'

/** How fast this agent has been: three numbers. */
export function SixSecondsSection() {
  const { data } = useSixSeconds()
  const words = strings.settings.sixSeconds
  const figures = [
    { label: words.p50, value: secondsWords(data?.p50Ms ?? null) },
    { label: words.p95, value: secondsWords(data?.p95Ms ?? null) },
    { label: words.within, value: shareWords(data?.withinSixSeconds ?? null) },
  ]
  return (
    <SettingsSection id="six-seconds" title={words.title} explanation={words.explanation(data?.uses ?? 0)}>
      <dl className={styles.figures}>
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </SettingsSection>
  )
}
