import { Button } from 'antd'
import type { Waiver } from '../../../../../shared/model/wording.ts'
import { strings } from '../../../strings.ts'
import styles from './Problems.module.css'
import type { Problem } from './problem.ts'
import { WaiverDialog } from './WaiverDialog.tsx'

interface WaiversProps {
  /** The problem that is about to be let stand; null when none is. */
  asked: Problem | null
  onAnswered: () => void
  value?: Waiver[]
  onChange?: (waivers: Waiver[]) => void
}

const words = strings.editor.waivers

/** What the author lets stand and why, kept with the phrase; each can be withdrawn. A field of the phrase's form. */
export function Waivers({ asked, onAnswered, value = [], onChange }: WaiversProps) {
  const keep = (problem: Problem, reason: string) => {
    if (problem.waivable) onChange?.([...value, { ...problem.waivable, reason }])
    onAnswered()
  }
  return (
    <>
      {value.length > 0 && (
        <section className={styles.waivers} aria-label={words.list}>
          <h3>{words.heading(value.length)}</h3>
          <ul>
            {value.map((waiver) => (
              <li key={`${waiver.rule} ${waiver.text}`} className={styles.waiver}>
                <b>「{waiver.text}」</b>
                <p>{waiver.reason}</p>
                <Button
                  size="small"
                  type="text"
                  aria-label={words.withdrawOf(waiver.text)}
                  onClick={() => onChange?.(value.filter((one) => one !== waiver))}
                >
                  {words.withdraw}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {asked && <WaiverDialog problem={asked} onKeep={keep} onCancel={onAnswered} />}
    </>
  )
}
