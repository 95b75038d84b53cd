import type { ScriptError, UnknownWord } from '../../model/script.ts'
import { GROUPS, KNOWN_NAMES } from '../facts/names.ts'
import { nearestName } from './nearest-name.ts'
import { type NamePlace, parseScript, placesOfNames } from './script.ts'

/** What an editor shows of a script: the error that it does not parse for, and notes on names that nobody knows. */
export interface ScriptCheck {
  error: ScriptError | null
  notes: ScriptNote[]
  /** The names the script takes from outside itself. */
  variables: string[]
}

export interface ScriptNote extends ScriptError {
  /** Whether it keeps the script from being saved; if not, the name becomes a blank. */
  isMistake: boolean
}

/** Families in which no shop, product or author has names of its own: what is not listed does not exist. */
const CLOSED_GROUPS = ['店铺', '客服', '客户'] as const

/**
 * Checks a script as it is written. In 店铺, 客服 and 客户 all names are known, and any other is a mistake. Elsewhere a
 * name that no vocabulary lists is not wrong (it becomes a blank the agent fills), but where it is likely a slip it is
 * noted, too. `attributes` are what the shop's products say of themselves (颜色, 肤质): with them the names of 商品 are
 * known as well, though a product that comes tomorrow may have others.
 */
export function checkScript(body: string, attributes: readonly string[] = []): ScriptCheck {
  const parsed = parseScript(body)
  if (!parsed.ok) return { error: parsed.error, notes: [], variables: [] }
  const places = placesOfNames(parsed.script)
  const notes = places.flatMap((place) => noteOn(place, attributes))
  return { error: null, notes, variables: places.map(({ name }) => name) }
}

/** What keeps a script from being saved or imported: that it does not parse, or a name there is not; null when nothing. */
export function mistakeIn(body: string): ScriptError | null {
  const { error, notes } = checkScript(body)
  if (error) return error
  const mistake = notes.find(({ isMistake }) => isMistake)
  if (!mistake) return null
  const { isMistake: _, ...told } = mistake
  return told
}

function noteOn({ name, ...place }: NamePlace, attributes: readonly string[]): ScriptNote[] {
  const family = closedFamily(name, attributes)
  const unknown = family ? unlisted(name, family) : misspeltGroup(name)
  if (!unknown) return []
  const isMistake = CLOSED_GROUPS.some((closed) => name.startsWith(`${closed}.`))
  const outcome = isMistake ? '' : '，会当作要客服填的空'
  const hint = unknown.nearest ? `${isMistake ? '，' : '；'}是不是想写「${unknown.nearest}」` : ''
  return [{ message: `没有「${name}」这个事实${outcome}${hint}`, unknown, ...place, isMistake }]
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
