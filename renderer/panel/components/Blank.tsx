import type { MissingFact } from '../../../shared/model/script.ts'
import { STRINGS } from '../strings.ts'
import styles from './blank.module.css'
import { usePanel, usePanelState } from './panel-context.tsx'

/** As the router takes it. */
const LONGEST_BLANK = 2000

const INPUT_MODES = {
  text: 'text',
  money: 'decimal',
  number: 'decimal',
  date: 'text',
  province: 'text',
} as const

interface BlankProps {
  fact: MissingFact
  /** Its number among the blanks of the script, from 0. */
  index: number
}

/** A fact nobody knows yet, where it stands in the text: typed, or brought by choosing the product it is a fact of. */
export function Blank(props: BlankProps) {
  const wantsProduct = usePanelState(({ product }) => product === null && props.fact.from === 'product')
  return wantsProduct ? <ProductBlank {...props} /> : <TypedBlank {...props} />
}

function ProductBlank({ fact: { name, label }, index }: BlankProps) {
  const panel = usePanel()
  return (
    <button
      type="button"
      className={styles.blank}
      data-at="blank"
      data-index={index}
      data-fact={name}
      aria-label={`${STRINGS.chips.chooseProduct}：${label}`}
      onClick={() => panel.openPicker('product')}
    >
      @ {label}
    </button>
  )
}

function TypedBlank({ fact: { name, label, field }, index }: BlankProps) {
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
      maxLength={LONGEST_BLANK}
      value={typed}
      onChange={(event) => panel.fillBlank(name, event.target.value)}
    />
  )
}
