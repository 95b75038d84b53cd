import type { Token, Value } from 'liquidjs/dist/liquid.browser.mjs'

/** A condition as the tree it means, so that what fails in it can be told. */
export type Condition =
  | { kind: 'both' | 'either'; left: Condition; right: Condition }
  | { kind: 'not'; operand: Condition }
  | { kind: 'comparison'; operator: string; left: Token; right: Token }
  /** A fact, or a fact and what is computed from it, that must be there. */
  | { kind: 'fact'; value: Value | Token }

type Operand = Condition | Token

/** The tree of a parsed expression; null when it is none that a condition can be (`商品 价格`, `1 < 2 < 3`). */
export function conditionOf(value: Value): Condition | null {
  if (value.filters.length) return value.initial.postfix.length === 1 ? { kind: 'fact', value } : null
  const stack: Operand[] = []
  for (const token of value.initial.postfix) {
    const operand = isOperator(token) ? combined(token.operator, stack) : token
    if (!operand) return null
    stack.push(operand)
  }
  const [only, surplus] = stack
  return only && !surplus ? asCondition(only) : null
}

function combined(operator: string, stack: Operand[]): Condition | null {
  const right = stack.pop()
  if (!right) return null
  if (operator === 'not') return { kind: 'not', operand: asCondition(right) }
  const left = stack.pop()
  if (!left) return null
  if (operator === 'and') return { kind: 'both', left: asCondition(left), right: asCondition(right) }
  if (operator === 'or') return { kind: 'either', left: asCondition(left), right: asCondition(right) }
  return isToken(left) && isToken(right) ? { kind: 'comparison', operator, left, right } : null
}

function asCondition(operand: Operand): Condition {
  return isToken(operand) ? { kind: 'fact', value: operand } : operand
}

function isToken(operand: Operand): operand is Token {
  return 'getText' in operand
}

function isOperator(token: Token): token is Token & { operator: string } {
  return 'operator' in token
}
