import { type Context, defaultOperators } from 'liquidjs/dist/liquid.browser.mjs'
import { isAbsent, isNothing, Missing } from '../facts/values.ts'
import { ScriptContext } from './scope.ts'

type Compare = (left: unknown, right: unknown, context: Context) => Generator<unknown, boolean, unknown>

const COMPARISONS = ['==', '!=', '<', '<=', '>', '>=', 'contains'] as const

/**
 * Liquid's operators, with one rule more: a fact that nobody knows satisfies no comparison, not even `!=` (as NULL in
 * SQL). Only `== nil`, `!= nil`, `== ""` and the like, which ask whether there is a fact, are answered.
 */
export const SCRIPT_OPERATORS: typeof defaultOperators = {
  ...defaultOperators,
  ...Object.fromEntries(COMPARISONS.map((operator) => [operator, comparison(operator)])),
}

function comparison(operator: (typeof COMPARISONS)[number]): Compare {
  return function* (left, right, context) {
    const [absent, other] = isAbsent(left) ? [left, right] : [right, left]
    if (isAbsent(absent) && (isAbsent(other) || !isNothing(other))) {
      noteUndecided(absent, context)
      return false
    }
    const answer = yield defaultOperators[operator]?.(left, right, context)
    return answer === true
  }
}

/**
 * What only the agent can know (an order's amount, a campaign's name) and the script decides by must be asked: taking it
 * for false would say the wrong thing. What product, buyer or shop do not say is taken as not being so.
 */
function noteUndecided(absent: unknown, context: Context): void {
  if (!(absent instanceof Missing) || !(context instanceof ScriptContext)) return
  for (const fact of absent.facts) {
    if (fact.from === 'order' || fact.from === 'agent') context.reader.undecided.set(fact.name, fact)
  }
}
