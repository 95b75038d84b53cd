import { STEP_NAMES, STEPS } from '../../../shared/model/steps.ts'
import { buyerFacts } from '../conversation/buyer-words.ts'
import { STRINGS } from '../strings.ts'
import { Chip } from './Chip.tsx'
import styles from './conversation-bar.module.css'
import { keepFocus } from './keep-focus.ts'
import { usePanel, usePanelState } from './panel-context.tsx'

/** Where the conversation stands: its step, the product in question, the buyer. */
export function ConversationBar() {
  return (
    <div className={styles.bar}>
      <Steps />
      <Chips />
    </div>
  )
}

function Steps() {
  const panel = usePanel()
  const chosen = usePanelState(({ step }) => step)
  return (
    <div className={styles.steps} role="radiogroup" aria-label={STRINGS.steps.label}>
      {[null, ...STEPS].map((step) => (
        <label key={step} className={styles.step} onMouseDown={keepFocus}>
          <input
            type="radio"
            name="step"
            className={styles.radio}
            checked={step === chosen}
            onChange={() => panel.chooseStep(step)}
          />
          <span>{step === null ? STRINGS.steps.all : STEP_NAMES[step]}</span>
        </label>
      ))}
    </div>
  )
}

function Chips() {
  const panel = usePanel()
  const product = usePanelState((state) => state.product)
  const buyer = usePanelState((state) => state.buyer)
  const facts = buyer ? buyerFacts(buyer) : []
  return (
    <fieldset className={styles.chips} aria-label={STRINGS.chips.label}>
      <Chip
        kind="buyer"
        text={buyer?.nickname ?? null}
        facts={facts}
        onOpen={() => panel.openPicker('buyer')}
        onRemove={() => panel.chooseBuyer(null)}
      />
      <Chip
        kind="product"
        text={product && (product.shortName ?? product.name)}
        facts={product?.shortName ? [product.name] : []}
        onOpen={() => panel.openPicker('product')}
        onRemove={() => panel.chooseProduct(null)}
      />
    </fieldset>
  )
}
