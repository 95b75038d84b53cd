import { evalToken, isTruthy, type Token, toValueSync, Value } from 'liquidjs/dist/liquid.browser.mjs'
import { Missing, Refused } from '../facts/values.ts'
import { firstName, nameOf } from '../language/output.ts'
import { printed } from '../language/parts.ts'
import type { ScriptContext } from '../language/scope.ts'
import type { Condition } from './condition.ts'

/** Why a condition does not hold, with the facts in it; null when it does. */
export function whyNot(condition: Condition, context: ScriptContext): string | null {
  switch (condition.kind) {
    case 'both':
      return whyNot(condition.left, context) ?? whyNot(condition.right, context)
    case 'either': {
      const left = whyNot(condition.left, context)
      const right = left === null ? null : whyNot(condition.right, context)
      if (left === null || right === null) return null
      return left === right ? left : `${left}；${right}`
    }
    case 'not':
      return whyNot(condition.operand, context) === null
        ? `不适合这种情况：${spoken(condition.operand)}`
        : null
    case 'comparison':
      return whyNotCompared(condition, context)
    case 'fact':
      return whyNotThere(condition.value, context)
  }
}

function whyNotThere(fact: Value | Token, context: ScriptContext): string | null {
  const value =
    fact instanceof Value ? toValueSync(fact.value(context, false)) : toValueSync(evalToken(fact, context))
  if (value instanceof Refused) return value.refusal.reason
  if (value instanceof Missing) return unknown(value)
  const name = fact instanceof Value ? firstName(fact) : nameOf(fact)
  const isThere = isTruthy(value, context) && !(Array.isArray(value) && value.length === 0)
  return isThere ? null : `没有${labelOf(name ?? '')}`
}

function whyNotCompared(
  condition: Extract<Condition, { kind: 'comparison' }>,
  context: ScriptContext,
): string | null {
  const { operator, left, right } = condition
  const [leftValue, rightValue] = [left, right].map((side) => toValueSync(evalToken(side, context)))
  const compare = context.opts.operators[operator]
  if (toValueSync(compare?.(leftValue, rightValue, context))) return null
  const absent = [leftValue, rightValue].find((value) => value instanceof Missing || value instanceof Refused)
  if (absent instanceof Refused) return absent.refusal.reason
  if (absent instanceof Missing) return unknown(absent)
  const subject = labelOf(nameOf(left) ?? left.getText())
  const unit = unitOf(subject) || unitOf(labelOf(nameOf(right) ?? ''))
  const have = subject === '库存' ? '库存还有' : `${subject}是`
  const bound = nameOf(right) ? `${labelOf(nameOf(right) ?? '')} ` : ''
  return `${have} ${printed(leftValue)}${unit}，${relation(operator, leftValue, rightValue)}${bound}${spaced(bound)}${printed(rightValue)}${unit}`
}

/** How the left side stands to the right when the comparison fails. */
function relation(operator: string, left: unknown, right: unknown): string {
  const isEqual = Number(left) === Number(right)
  if (operator === '<=' || operator === '<') return isEqual ? '没有低于' : '超过'
  if (operator === '>=' || operator === '>') return isEqual ? '没有超过' : '不到'
  if (operator === 'contains') return '里面没有'
  return operator === '!=' ? '正是' : '不是'
}

function unknown({ facts }: Missing): string {
  const [fact] = facts
  if (fact?.name === '商品') return '还没有选商品'
  return `还不知道${fact?.from === 'product' ? '商品的' : ''}${fact?.label ?? ''}`
}

function labelOf(name: string): string {
  return name.slice(name.indexOf('.') + 1)
}

function spaced(bound: string): string {
  return bound ? '' : ' '
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/库存|紧缺线|数量|件数/, ' 件'],
  [/价格|金额|门槛|上限/, ' 元'],
  [/天数/, ' 天'],
  [/次数/, ' 次'],
  [/人数/, ' 人'],
  [/身高|脚长|胸围|腰围|臀围/, ' 厘米'],
  [/体重/, ' 公斤'],
]

function unitOf(label: string): string {
  return UNITS.find(([pattern]) => pattern.test(label))?.[1] ?? ''
}

/** The condition as its author wrote it. */
function spoken(condition: Condition): string {
  switch (condition.kind) {
    case 'fact':
      return condition.value instanceof Value ? (firstName(condition.value) ?? '') : condition.value.getText()
    case 'comparison':
      return `${condition.left.getText()} ${condition.operator} ${condition.right.getText()}`
    case 'not':
      return `not ${spoken(condition.operand)}`
    default:
      return `${spoken(condition.left)} ${condition.kind === 'both' ? 'and' : 'or'} ${spoken(condition.right)}`
  }
}
