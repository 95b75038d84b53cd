import { optionId } from './ids.ts'
import { keepFocus } from './keep-focus.ts'
import { usePanel } from './panel-context.tsx'
import styles from './result-row.module.css'

interface OptionProps {
  index: number
  isSelected: boolean
  name: string
  about: string
  facts: readonly string[]
}

/** One product or buyer in a picker. */
export function Option({ index, isSelected, name, about, facts }: OptionProps) {
  const panel = usePanel()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keys of the whole list
    <div
      id={optionId(index)}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      className={styles.option}
      // Chosen rows are scrolled to as they are drawn; a picker has few.
      ref={isSelected ? scrollHere : undefined}
      onMouseDown={keepFocus}
      onClick={() => panel.chooseOption(index)}
    >
      <span className={styles.digit} aria-hidden="true">
        {index < 9 ? index + 1 : ''}
      </span>
      <span className={styles.title}>{name}</span>
      <span className={styles.aside}>{about}</span>
      {facts.map((fact) => (
        <span key={fact} className={styles.code}>
          {fact}
        </span>
      ))}
    </div>
  )
}

function scrollHere(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
