import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatYuan, parseYuan, yuanToFen } from '../../../shared/techniques/prices/money.ts'

test('money is written as people write it in a chat', () => {
  expect([0, 1, 50, 100, 1250, 12_345_67, -990].map(formatYuan)).toEqual([
    '0',
    '0.01',
    '0.5',
    '1',
    '12.5',
    '12345.67',
    '-9.9',
  ])
})

test.each([
  ['184', 184_00],
  ['¥184', 184_00],
  ['￥184.5', 184_50],
  ['184 元', 184_00],
  ['１８４．５元', 184_50],
  ['1,184.05', 1_184_05],
  ['0', 0],
  ['20块', 20_00],
])('%s is an amount', (typed, fen) => {
  expect(parseYuan(typed)).toBe(fen)
})

test.each(['', '一百', '12.345', '-5', '1e5', '99999999999', '12元5', 'NaN', '10000000.01'])(
  '%s is none',
  (typed) => {
    expect(parseYuan(typed)).toBeNull()
  },
)

test('what is written is read back the same', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000_00 }),
      (fen) => parseYuan(formatYuan(fen)) === fen && yuanToFen(fen / 100) === fen,
    ),
  )
})
