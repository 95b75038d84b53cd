import type { ScriptError, UnknownWord } from '../../model/script.ts'
import { GROUPS, KNOWN_NAMES } from '../facts/names.ts'
import { placeOf } from './errors.ts'
import { nearestName } from './nearest-name.ts'
import { parseScript, variablesOf } from './script.ts'

/** What an editor shows of a script: errors that keep it from being saved, and notes on names that may be mistyped. */
export interface ScriptCheck {
  error: ScriptError | null
  notes: ScriptError[]
  /** The names the script takes from outside itself. */
  variables: string[]
}

const CLOSED_GROUPS = ['店铺', '客服', '客户'] as const

/**
 * Checks a script as it is written. A name that no vocabulary lists is not wrong (it becomes a blank the agent fills),
 * but in a family whose names are all known it is likely a slip, and is noted with what it may have meant.
 * `attributes` are what the shop's products say of themselves (颜色, 肤质): with them 商品 is such a family, too.
 */
export function checkScript(body: string, attributes: readonly string[] = []): ScriptCheck {
  const parsed = parseScript(body)
  if (!parsed.ok) return { error: parsed.error, notes: [], variables: [] }
  const variables = variablesOf(parsed.script)
  return { error: null, notes: variables.flatMap((name) => noteOn(name, body, attributes)), variables }
}

function noteOn(name: string, body: string, attributes: readonly string[]): ScriptError[] {
  const family = closedFamily(name, attributes)
  const unknown = family ? unlisted(name, family) : misspeltGroup(name)
  if (!unknown) return []
  const hint = unknown.nearest ? `；是不是想写「${unknown.nearest}」` : ''
  const message = `没有「${name}」这个事实，会当作要客服填的空${hint}`
  return [{ message, unknown, ...placeOf(body, Math.max(0, body.indexOf(name))) }]
}

/** All names of the family that `name` belongs to; null when it may hold others, too. */
function closedFamily(name: string, attributes: readonly string[]): string[] | null {
  const isOfProduct = name.startsWith('商品.') && attributes.length > 0
  const group = isOfProduct ? '商品' : CLOSED_GROUPS.find((closed) => name.startsWith(`${closed}.`))
  if (!group) return null
  const known = KNOWN_NAMES.flatMap((one) => (one.name.startsWith(`${group}.`) ? one.name : []))
  return isOfProduct ? [...known, ...attributes.map((attribute) => `商品.${attribute}`)] : known
}

function unlisted(name: string, family: readonly string[]): UnknownWord | null {
  return family.includes(name) ? null : { written: name, nearest: nearestName(name, family) }
}

/** 产品.价格 for 商品.价格: the member is known in another family. */
function misspeltGroup(name: string): UnknownWord | null {
  const [group = '', member = ''] = name.split('.')
  if (!name.includes('.') || Object.hasOwn(GROUPS, group)) return null
  const known = KNOWN_NAMES.find(
    (candidate) => candidate.name.endsWith(`.${member}`) && shareCharacter(candidate.name, group),
  )
  return known ? { written: name, nearest: known.name } : null
}

function shareCharacter(knownName: string, group: string): boolean {
  return [...knownName.slice(0, knownName.indexOf('.'))].some((character) => group.includes(character))
}
