import { Drop, defaultOperators, Liquid } from 'liquidjs/dist/liquid.browser.mjs'
import { ScriptCapture } from './captureTag.ts'
import { SCRIPT_FILTERS } from './filters/index.ts'
import { LIMITS } from './limits.ts'
import { isAbsent } from './values.ts'

/** What is left of Liquid's tags: nothing that reads files, counts across scripts or writes tables. */
const TAGS = ['assign', 'case', 'comment', 'if', 'unless', 'for', 'break', 'continue', 'raw', '#'] as const

/** The engine all scripts share; it holds no facts and no state. */
export const engine: Liquid = buildEngine()

function buildEngine(): Liquid {
  const liquid = new Liquid({
    templates: {},
    strictFilters: true,
    ownPropertyOnly: true,
    parseLimit: LIMITS.source,
    memoryLimit: LIMITS.memory,
    renderLimit: LIMITS.renderMs,
    operators: { ...defaultOperators, '!=': differs },
  })
  for (const name of Object.keys(liquid.tags)) {
    if (!TAGS.some((kept) => kept === name)) delete liquid.tags[name]
  }
  liquid.registerTag('capture', ScriptCapture)
  for (const name of Object.keys(liquid.filters)) liquid.unregisterFilter(name)
  for (const [name, filter] of Object.entries(SCRIPT_FILTERS)) liquid.registerFilter(name, filter)
  return liquid
}

/** An unknown fact differs from nothing that is known, as it equals nothing: only `!= nil` and `!= ""` ask of it. */
function* differs(left: unknown, right: unknown): Generator<unknown, boolean, unknown> {
  const isUnknown = isAbsent(left) || isAbsent(right)
  const other = isAbsent(left) ? right : left
  if (
    isUnknown &&
    (isAbsent(other) || !(other === '' || other === null || other === undefined || other instanceof Drop))
  )
    return false
  const answer = yield defaultOperators['!=']?.(left, right, undefined as never)
  return answer === true
}
