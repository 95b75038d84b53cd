import { shopOptions } from '../conversation/shop-options.ts'
import { PICKER_STRINGS } from '../picker-strings.ts'
import { STRINGS } from '../strings.ts'
import { PICKER_LIST } from './ids.ts'
import { Option } from './Option.tsx'
import { usePanelState } from './panel-context.tsx'
import styles from './picker.module.css'

/** The shops that scripts can speak for, with the agent's name in each. */
export function ShopPicker() {
  const picker = usePanelState((state) => state.picker)
  const app = usePanelState((state) => state.app)
  const options = shopOptions({ app }, picker?.text ?? '')
  return (
    <section className={styles.picker}>
      <div
        id={PICKER_LIST}
        role="listbox"
        tabIndex={-1}
        aria-label={STRINGS.shops.label}
        className={styles.options}
      >
        {options.map(({ id, name, agentAlias }, index) => (
          <Option
            key={id}
            index={index}
            isSelected={index === picker?.selected}
            name={name}
            about={PICKER_STRINGS.shops.alias(agentAlias)}
            facts={id === app?.shopId ? [PICKER_STRINGS.shops.current] : []}
          />
        ))}
      </div>
      {options.length === 0 && <p className={styles.none}>{PICKER_STRINGS.shops.none}</p>}
    </section>
  )
}
