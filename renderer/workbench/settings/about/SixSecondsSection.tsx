import { Numbers } from '../../components/Numbers.tsx'
import { useSixSeconds } from '../../data/queries.ts'
import { strings } from '../../strings.ts'
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
      <Numbers figures={figures} />
    </SettingsSection>
  )
}
