import { describe, expect, test } from 'vitest'
import {
  findingsInFacts,
  markedPieces,
} from '../../../../../../renderer/workbench/phrases/editor/preview/marked-parts.ts'
import type { ScriptPart } from '../../../../../../shared/model/script.ts'
import type { WordingFinding } from '../../../../../../shared/model/wording.ts'

const PARTS: ScriptPart[] = [
  { kind: 'text', text: '全网最' },
  { kind: 'value', name: '商品.卖点', text: '好的面霜' },
  { kind: 'text', text: '，绝对' },
  { kind: 'blank', name: '活动.名称' },
]

const finding = (start: number, end: number): WordingFinding => ({
  ...{ rule: 'superlative', category: '极限词', level: 'warn', reason: '', suggestion: null, text: '' },
  span: { start, end },
})

describe('a filled script with what the wording rules say of it', () => {
  test('is cut where findings begin and end, each piece still being what it was', () => {
    const pieces = markedPieces(PARTS, [finding(2, 4), finding(8, 10)])
    expect(pieces.map(({ text, part, finding }) => [text, part.kind, finding !== null])).toEqual([
      ['全网', 'text', false],
      ['最', 'text', true],
      ['好', 'value', true],
      ['的面霜', 'value', false],
      ['，', 'text', false],
      ['绝对', 'text', true],
      ['活动.名称', 'blank', false],
    ])
    expect(new Set(pieces.map(({ at }) => at)).size).toBe(pieces.length)
  })

  test('without findings is its parts, those that are empty left out', () => {
    expect(markedPieces([{ kind: 'text', text: '' }, ...PARTS], []).map(({ text }) => text)).toHaveLength(4)
  })

  test('what a fact brings or completes is told apart from what the author wrote', () => {
    const completed = finding(2, 4)
    expect(findingsInFacts(PARTS, [completed, finding(8, 10)])).toEqual([completed])
  })
})
