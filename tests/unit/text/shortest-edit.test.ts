import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shortestEdit } from '../../../shared/text/shortest-edit.ts'

/** The longest that both have in common, by the textbook's table. */
function mostInCommon(before: readonly string[], after: readonly string[]): number {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let row = 1; row <= before.length; row++)
    for (let column = 1; column <= after.length; column++)
      table[row]![column] =
        before[row - 1] === after[column - 1]
          ? table[row - 1]![column - 1]! + 1
          : Math.max(table[row - 1]![column]!, table[row]![column - 1]!)
  return table[before.length]![after.length]!
}

const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 25 })

it('finds runs that are in both, in order, and as much as there is', () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      const runs = shortestEdit(before, after)
      let [row, column, common] = [0, 0, 0]
      for (const run of runs) {
        expect(run.before).toBeGreaterThanOrEqual(row)
        expect(run.after).toBeGreaterThanOrEqual(column)
        expect(before.slice(run.before, run.before + run.length)).toEqual(
          after.slice(run.after, run.after + run.length),
        )
        row = run.before + run.length
        column = run.after + run.length
        common += run.length
      }
      expect(common).toBe(mostInCommon(before, after))
    }),
    { numRuns: 500 },
  )
})

it('takes what has too little in common as replaced, but for its ends', () => {
  const [before, after] = ['甲', '乙'].map((one) => ['始', ...new Array<string>(3000).fill(one), '终'])
  expect(shortestEdit(before!, after!)).toEqual([
    { before: 0, after: 0, length: 1 },
    { before: 3001, after: 3001, length: 1 },
  ])
})
