import { type ChangeEvent, type CompositionEvent, useCallback } from 'react'
import { GearIcon } from '../../ui/icons.tsx'
import { hasSeveralShops } from '../conversation/shop-options.ts'
import { isAnswered, optionCount, type PanelState, selectedHit } from '../state/state.ts'
import { STRINGS } from '../strings.ts'
import { optionId, PICKER_LIST, PROMISE_LINE, RESULTS_LIST, rowId } from './ids.ts'
import { usePanel, usePanelState } from './panel-context.tsx'
import { Ring } from './Ring.tsx'
import styles from './search-bar.module.css'

export function SearchBar() {
  const panel = usePanel()
  const isLate = usePanelState(({ ring }) => ring === 'late')
  return (
    <div className={styles.bar}>
      <Ring />
      <PickerSign />
      <SearchInput />
      {isLate && <span className={styles.late}>{STRINGS.ring.late}</span>}
      <ShopChip />
      <button
        type="button"
        className={styles.gear}
        aria-label={STRINGS.openWorkbench}
        title={`${STRINGS.openWorkbench}（Ctrl+,）`}
        onClick={panel.openWorkbench}
      >
        <GearIcon />
      </button>
    </div>
  )
}

/** The shop that scripts speak for; a button where there are others. */
function ShopChip() {
  const panel = usePanel()
  const shop = usePanelState(({ app }) => app?.shop.name ?? '')
  const isChoice = usePanelState(hasSeveralShops)
  if (!isChoice)
    return (
      <span className={styles.shop} title={shop}>
        {shop}
      </span>
    )
  return (
    <button
      type="button"
      className={styles.shopChip}
      aria-haspopup="listbox"
      aria-label={STRINGS.shops.switchFrom(shop)}
      title={`${STRINGS.shops.switchFrom(shop)}（Alt+D）`}
      onClick={() => panel.openPicker('shop')}
    >
      <span className={styles.shop}>{shop}</span>
      <span aria-hidden="true">▾</span>
    </button>
  )
}

const SIGNS = {
  product: `@ ${STRINGS.chips.product}`,
  buyer: `# ${STRINGS.chips.buyer}`,
  shop: STRINGS.chips.shop,
}

/** Which of the pickers the input serves at the moment. */
function PickerSign() {
  const kind = usePanelState(({ picker }) => picker?.kind)
  if (!kind) return null
  return <span className={styles.sign}>{SIGNS[kind]}</span>
}

/** The id of the element that the arrows have reached. */
function rowInHand(state: PanelState): string | undefined {
  if (state.picker)
    return state.picker.selected < optionCount(state) ? optionId(state.picker.selected) : undefined
  const hit = selectedHit(state)
  return hit ? rowId(hit.id) : undefined
}

/** A buyer's whole message may be the query; the router takes no longer one. */
const LONGEST_QUERY = 10_000

const WORDS = { product: STRINGS.products, buyer: STRINGS.buyers, shop: STRINGS.shops }

/** How the keyboard changes a text (W3C Input Events): not `insertFromPaste`, `insertFromDrop` or `historyUndo`. */
const BY_KEYS = /^(?:insertText|insertCompositionText|insertFromComposition|delete)/

function SearchInput() {
  const panel = usePanel()
  const text = usePanelState(({ picker, query }) => picker?.text ?? query)
  const kind = usePanelState(({ picker }) => picker?.kind ?? null)
  const active = usePanelState(rowInHand)
  const isBusy = usePanelState((state) => !isAnswered(state))
  const hasList = usePanelState(({ picker, results }) => picker !== null || results?.hits.length !== 0)
  const hasPromise = usePanelState(({ openPromises }) => openPromises.length > 0)
  const words = kind ? WORDS[kind] : STRINGS.search

  const onChange = useCallback(
    (event: ChangeEvent<HTMLInputElement>) => {
      const { isComposing, inputType } = event.nativeEvent as InputEvent
      panel.type(event.target.value, isComposing, BY_KEYS.test(inputType))
    },
    [panel],
  )
  // The last interim text came with `isComposing`; the finished one is told here, and searched for as it stands.
  const onCompositionEnd = useCallback(
    (event: CompositionEvent<HTMLInputElement>) => panel.type(event.currentTarget.value, false),
    [panel],
  )

  return (
    <input
      className={styles.input}
      data-at="query"
      role="combobox"
      aria-label={words.label}
      aria-autocomplete="list"
      aria-expanded={hasList}
      aria-controls={hasList ? (kind ? PICKER_LIST : RESULTS_LIST) : undefined}
      aria-activedescendant={active}
      aria-describedby={hasPromise ? PROMISE_LINE : undefined}
      aria-busy={isBusy}
      placeholder={words.placeholder}
      // The panel exists to be typed into, and is shown only for that.
      // biome-ignore lint/a11y/noAutofocus: the input is the window's purpose
      autoFocus
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      maxLength={LONGEST_QUERY}
      value={text}
      onChange={onChange}
      onCompositionEnd={onCompositionEnd}
    />
  )
}
