import type { MissingFact } from '../../../shared/model/script.ts'
import { STRINGS } from '../strings.ts'
import styles from './blank.module.css'
import { usePanel, usePanelState } from './panel-context.tsx'

const INPUT_MODES = {
  text: 'text',
  money: 'decimal',
  number: 'decimal',
  date: 'text',
  province: 'text',
} as const

/** A fact nobody knows yet, typed where it stands in the text. `index` counts the blanks of the script from 0. */
export function Blank({ fact: { name, label, field }, index }: { fact: MissingFact; index: number }) {
  const panel = usePanel()
  const typed = usePanelState(({ blanks }) => blanks[name] ?? '')
  return (
    <input
      className={styles.blank}
      data-at="blank"
      data-index={index}
      data-fact={name}
      inputMode={INPUT_MODES[field]}
      aria-label={STRINGS.preview.fill(label)}
      aria-required="true"
      title={STRINGS.fieldHints[field] || label}
      placeholder={label}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onChange={(event) => panel.fillBlank(name, event.target.value)}
    />
  )
}
