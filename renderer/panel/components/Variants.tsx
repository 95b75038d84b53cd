import { BUYER_TYPE_NAMES } from '../../../shared/model/steps.ts'
import { Keys } from '../../ui/Keys.tsx'
import { HINTS } from '../keyboard/hints.ts'
import type { Preview } from '../state/state.ts'
import { STRINGS } from '../strings.ts'
import { keepFocus } from './keep-focus.ts'
import { usePanel } from './panel-context.tsx'
import styles from './variants.module.css'

/** The wordings of one phrase: the one that suits the buyer is in hand, the others are one key away. */
export function Variants({ script: { variant: chosen, variants } }: Pick<Preview, 'script'>) {
  const panel = usePanel()
  if (variants.length === 0) return null
  return (
    <div className={styles.variants}>
      <div className={styles.choices} role="radiogroup" aria-label={STRINGS.variants.label}>
        {[null, ...variants].map((one) => (
          <label key={one?.index ?? -1} className={styles.choice} onMouseDown={keepFocus}>
            <input
              type="radio"
              name="variant"
              className={styles.radio}
              checked={(one?.index ?? null) === (chosen?.index ?? null)}
              onChange={() => panel.chooseVariant(one?.index ?? null)}
            />
            <span>{nameOfVariant(one)}</span>
          </label>
        ))}
      </div>
      <Keys keys={HINTS.variant.keys} />
    </div>
  )
}

/** Whom a wording is for, in a word or two: 老客, 议价·价格敏感. */
export function nameOfVariant(variant: Preview['script']['variant']): string {
  if (variant === null) return STRINGS.variants.general
  return variant.buyerTypes.map((type) => BUYER_TYPE_NAMES[type]).join('·')
}
