import { formatYuan } from '../../techniques/prices/money.ts'
import { listed, listedWith } from '../../techniques/wording.ts'
import { Refused } from '../facts/values.ts'
import { printed } from '../language/parts.ts'
import { type Compute, type Filter, factFilter } from './handler.ts'
import { amountFen, count, listOf, quoted } from './inputs.ts'

const words = (value: unknown) => listOf(value).map(printed)

const yuan: Compute = (_reader, value) => {
  const fen = amountFen(value)
  if (fen === null) return new Refused({ technique: '元', reason: `${quoted(value)}不是金额`, instead: null })
  return `${formatYuan(fen)}元`
}

/** How facts are put into words: amounts and lists. */
export const WORDING_FILTERS: Readonly<Record<string, Filter>> = {
  元: factFilter(yuan),
  顿号: factFilter((_reader, value) => listed(words(value))),
  或: factFilter((_reader, value) => listedWith(words(value), '或')),
  第一个: factFilter((_reader, value) => listOf(value)[0]),
  前: factFilter((_reader, value, [howMany]) => listOf(value).slice(0, Math.max(0, count(howMany) ?? 1))),
}
