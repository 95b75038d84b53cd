import { Liquid } from 'liquidjs/dist/liquid.browser.mjs'
import { SCRIPT_FILTERS } from '../filters/index.ts'
import { ScriptCapture } from '../tags/capture.ts'
import { ScriptFor } from '../tags/for.ts'
import { VariantsTag } from '../tags/variants.ts'
import { LIMITS } from './limits.ts'
import { SCRIPT_OPERATORS } from './operators.ts'

/** What is left of Liquid's tags: nothing that reads files, counts across scripts or writes tables. */
const TAGS = ['assign', 'case', 'comment', 'if', 'unless', 'break', 'continue', 'raw', '#'] as const

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
    operators: SCRIPT_OPERATORS,
  })
  for (const name of Object.keys(liquid.tags)) {
    if (!TAGS.some((kept) => kept === name)) delete liquid.tags[name]
  }
  liquid.registerTag('capture', ScriptCapture)
  liquid.registerTag('for', ScriptFor)
  liquid.registerTag('随机', VariantsTag)
  for (const name of Object.keys(liquid.filters)) liquid.unregisterFilter(name)
  for (const [name, filter] of Object.entries(SCRIPT_FILTERS)) liquid.registerFilter(name, filter)
  return liquid
}
