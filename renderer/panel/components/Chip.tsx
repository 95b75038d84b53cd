import { BuyerIcon, CloseIcon, ProductIcon } from '../../ui/icons.tsx'
import { STRINGS } from '../strings.ts'
import styles from './chip.module.css'
import { keepFocus } from './keep-focus.ts'

interface ChipProps {
  kind: 'product' | 'buyer'
  /** Null while nothing is chosen. */
  text: string | null
  /** What else is known of it, for who looks closer. */
  facts: readonly string[]
  onOpen: () => void
  onRemove: () => void
}

/** What is chosen, to be changed or taken away; or, faintly, the offer to choose it. */
export function Chip({ kind, text, facts, onOpen, onRemove }: ChipProps) {
  const icon = kind === 'product' ? <ProductIcon /> : <BuyerIcon />
  if (text === null) {
    return (
      <button type="button" className={styles.offer} onMouseDown={keepFocus} onClick={onOpen}>
        <b aria-hidden="true">{kind === 'product' ? '@' : '#'}</b>
        {kind === 'product' ? STRINGS.chips.chooseProduct : STRINGS.chips.chooseBuyer}
      </button>
    )
  }
  const name = STRINGS.chips[kind]
  return (
    <span className={styles.chip}>
      <button
        type="button"
        className={styles.choice}
        data-at="chip"
        data-chip={kind}
        title={[text, ...facts].join('、')}
        aria-label={`${name}：${[text, ...facts].join('、')}`}
        onMouseDown={keepFocus}
        onClick={onOpen}
      >
        {icon}
        <span>{text}</span>
        {kind === 'buyer' && <small>{facts.slice(0, 2).join(' ')}</small>}
      </button>
      <button
        type="button"
        className={styles.remove}
        tabIndex={-1}
        aria-label={STRINGS.chips.remove(name)}
        onMouseDown={keepFocus}
        onClick={onRemove}
      >
        <CloseIcon />
      </button>
    </span>
  )
}
