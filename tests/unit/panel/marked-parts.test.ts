import { describe, expect, it } from 'vitest'
import { markedPieces } from '../../../renderer/panel/results/marked-parts.ts'
import type { ScriptPart } from '../../../shared/model/script.ts'
import type { WordingFinding } from '../../../shared/model/wording.ts'

/** `这是[最佳]的` → a finding at the words in brackets. */
function finding(start: number, end: number, rule = 'superlative'): WordingFinding {
  return {
    rule,
    category: '极限词',
    level: 'warn',
    span: { start, end },
    text: '',
    reason: '',
    suggestion: null,
  }
}

const text = (words: string): ScriptPart => ({ kind: 'text', text: words })
const shown = (part: ScriptPart, start: number, findings: readonly WordingFinding[]) =>
  markedPieces(part, start, findings).map((piece) => (piece.finding ? `[${piece.text}]` : piece.text))

describe('words to weigh in a filled script', () => {
  it('are marked where they stand in the joined text', () => {
    expect(shown(text('这是最佳的，没有之一'), 0, [finding(2, 4)])).toEqual([
      '这是',
      '[最佳]',
      '的，没有之一',
    ])
    expect(shown(text('也是最佳'), 10, [finding(2, 4), finding(12, 14)])).toEqual(['也是', '[最佳]'])
  })

  it('that begin in the script’s words and end in a fact are marked in both', () => {
    const across = [finding(1, 4)]
    expect(shown(text('全网'), 0, across)).toEqual(['全', '[网]'])
    expect(markedPieces({ kind: 'value', name: '商品.卖点', text: '第一好用' }, 2, across)).toMatchObject([
      { fact: '商品.卖点', text: '第一', finding: across[0] },
      { fact: '商品.卖点', text: '好用', finding: null },
    ])
  })

  it('are drawn once where findings overlap, and lose no letter', () => {
    expect(shown(text('加微信返现'), 0, [finding(0, 3), finding(1, 5, 'bribery')])).toEqual([
      '[加微信]',
      '[返现]',
    ])
  })

  it('leave a script without findings in one piece', () => {
    expect(shown(text('您好'), 0, [])).toEqual(['您好'])
    expect(markedPieces({ kind: 'blank', name: '订单.金额' }, 0, [finding(0, 2)])).toEqual([])
  })
})
