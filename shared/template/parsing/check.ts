import type { ScriptError } from '../../model/script.ts'
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
 */
export function checkScript(body: string): ScriptCheck {
  const parsed = parseScript(body)
  if (!parsed.ok) return { error: parsed.error, notes: [], variables: [] }
  const variables = variablesOf(parsed.script)
  return { error: null, notes: variables.flatMap((name) => noteOn(name, body)), variables }
}

function noteOn(name: string, body: string): ScriptError[] {
  const group = CLOSED_GROUPS.find((closed) => name.startsWith(`${closed}.`))
  const mistakenGroup = name.includes('.') ? misspeltGroup(name) : null
  const family = KNOWN_NAMES.map((known) => known.name).filter(
    (known) => group && known.startsWith(`${group}.`),
  )
  const message = group && !family.includes(name) ? slip(name, nearestName(name, family)) : mistakenGroup
  return message ? [{ message, ...placeOf(body, Math.max(0, body.indexOf(name))) }] : []
}

function slip(name: string, nearest: string | null): string {
  return `没有「${name}」这个事实，会当作要客服填的空${nearest ? `；是不是想写「${nearest}」` : ''}`
}

/** 产品.价格 for 商品.价格: the member is known in another family. */
function misspeltGroup(name: string): string | null {
  const [group = '', member = ''] = name.split('.')
  if (Object.hasOwn(GROUPS, group)) return null
  const known = KNOWN_NAMES.find(
    (candidate) => candidate.name.endsWith(`.${member}`) && shareCharacter(candidate.name, group),
  )
  return known ? slip(name, known.name) : null
}

function shareCharacter(knownName: string, group: string): boolean {
  return [...knownName.slice(0, knownName.indexOf('.'))].some((character) => group.includes(character))
}
