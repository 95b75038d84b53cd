import {
  canPaste,
  currentPreview,
  fieldsOf,
  type PanelState,
  selectedHit,
  wantsProduct,
} from '../state/state.ts'
import type { KeyLine } from '../strings.ts'

/** Hints by name, so that two lists of the same hints are seen to be the same. */
export const HINTS = {
  paste: { keys: ['Enter'], does: '粘贴' },
  'copy-only': { keys: ['Enter'], does: '复制' },
  copy: { keys: ['Shift', 'Enter'], does: '复制' },
  why: { keys: ['Enter'], does: '看原因' },
  'choose-product': { keys: ['Enter'], does: '先选商品' },
  pick: { keys: ['Alt', '1–9'], does: '直选' },
  variant: { keys: ['Alt', '↑↓'], does: '换说法' },
  'follow-up': { keys: ['Alt', 'F'], does: '跟单' },
  'save-follow-up': { keys: ['Enter'], does: '保存' },
  remark: { keys: ['Alt', 'B'], does: '复制备注' },
  fill: { keys: ['Tab'], does: '填空' },
  'fill-first': { keys: ['Enter'], does: '去填空' },
  steps: { keys: ['Alt', '←→'], does: '步骤' },
  product: { keys: ['@'], does: '商品' },
  buyer: { keys: ['#'], does: '客户' },
  close: { keys: ['Esc'], does: '收起' },
  'paste-next': { keys: ['Enter'], does: '粘贴下一部分' },
  'copy-next': { keys: ['Enter'], does: '复制下一部分' },
  'end-sequence': { keys: ['Esc'], does: '不再继续' },
  choose: { keys: ['Enter'], does: '选定' },
  back: { keys: ['Esc'], does: '返回' },
  move: { keys: ['↑', '↓'], does: '选择' },
} as const satisfies Record<string, KeyLine>

export type Hint = keyof typeof HINTS

/** What the keys do right now, the likeliest first. */
export function hintsFor(state: PanelState): Hint[] {
  if (state.isHelpOpen) return ['back']
  if (state.followUp) return ['save-follow-up', 'back']
  if (state.picker) return ['choose', 'move', 'pick', 'back']
  if (state.sequence) return [canPaste(state) ? 'paste-next' : 'copy-next', 'end-sequence']
  const hit = selectedHit(state)
  if (!hit) return ['steps', 'product', 'buyer', 'follow-up', 'close']
  return [...forPhrase(state), ...forVariants(state), 'pick', 'steps', 'product', 'buyer', 'follow-up']
}

function forVariants(state: PanelState): Hint[] {
  return currentPreview(state)?.script.variants.length ? ['variant'] : []
}

function forPhrase(state: PanelState): Hint[] {
  const paste: Hint[] = canPaste(state) ? ['paste', 'copy'] : ['copy-only']
  const preview = currentPreview(state)
  if (selectedHit(state)?.blockedBy)
    return preview && wantsProduct(state, preview.script) ? ['choose-product'] : ['why']
  if (!preview) return paste
  const { missing, refusals } = preview.script
  if (missing.length > 0) {
    return wantsProduct(state, preview.script) ? ['choose-product', 'fill'] : ['fill-first', 'fill']
  }
  if (refusals.length > 0) return ['why']
  return fieldsOf(preview).length > 0 ? [...paste, 'fill'] : paste
}
