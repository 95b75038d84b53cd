import { filters as liquidFilters } from 'liquidjs/dist/liquid.browser.mjs'
import { chinaMoment } from '../../model/china-time.ts'
import { FactGroup, isAbsent, Money } from '../facts/values.ts'
import { printed, tidyNumber } from '../language/parts.ts'
import { ScriptContext } from '../language/scope.ts'
import { absentAmong, type Filter } from './handler.ts'

/**
 * Liquid's own filters that scripts may use. Left out: those that run expressions or hashes, that choose by chance,
 * that show the language underneath (json, inspect), and those for web pages.
 */
const ON_TEXT = [
  'append', 'prepend', 'replace', 'replace_first', 'replace_last', 'remove', 'remove_first', 'remove_last', 'truncate',
  'strip', 'lstrip', 'rstrip', 'strip_newlines', 'upcase', 'downcase', 'capitalize', 'split',
] as const // biome-ignore format: one list, read as one
const ON_NUMBERS = [
  'plus',
  'minus',
  'times',
  'divided_by',
  'modulo',
  'round',
  'floor',
  'ceil',
  'abs',
  'at_least',
  'at_most',
] as const
const ON_LISTS = [
  'join',
  'first',
  'last',
  'size',
  'slice',
  'reverse',
  'sort',
  'sort_natural',
  'uniq',
  'compact',
  'concat',
  'sum',
] as const

/** liquidjs's filters of these names, kept from what is absent and given plain values. */
function adopted(names: readonly string[], plain: (value: unknown) => unknown): [string, Filter][] {
  return names.map((name) => {
    const liquidFilter = original(name)
    const filter: Filter = function (value, ...args) {
      return absentAmong(value, args) ?? tidy(liquidFilter.call(this, plain(value), ...args.map(plain)))
    }
    return [name, filter]
  })
}

function original(name: string): Filter {
  const filter = (liquidFilters as unknown as Readonly<Record<string, Filter>>)[name]
  if (!filter) throw new Error(`liquidjs has no filter ${name}`)
  return filter
}

function tidy(result: unknown): unknown {
  return typeof result === 'number' && Number.isFinite(result) ? tidyNumber(result) : result
}

/** Lists stay lists; money becomes yuan. */
function plainValue(value: unknown): unknown {
  if (value instanceof Money) return value.valueOf()
  return value instanceof FactGroup ? value.title : value
}

/** `{{ 客户.省份 | default: "您那边" }}`: what is absent, refused, false or empty gives way. */
const orElse: Filter = (value, other) => {
  const isEmpty =
    value === false || value === null || value === undefined || value === '' || listIsEmpty(value)
  return isAbsent(value) || isEmpty ? other : value
}

function listIsEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/**
 * liquidjs would read the machine's clock for `now`, and a bare day as midnight in London; scripts have the clock they
 * are given, China's, and days are days. Wall-clock times without a zone come back as they are written.
 */
const date: Filter = function (value, format) {
  const absent = absentAmong(value, [format])
  if (absent || !(this.context instanceof ScriptContext)) return absent
  return original('date').call(this, wallClock(value, this.context.reader.facts.now), format ?? '%Y-%m-%d')
}

function wallClock(value: unknown, now: number): unknown {
  if (value === 'now' || value === 'today') {
    const { day, time } = chinaMoment(now)
    return `${day} ${time}`
  }
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value} 00:00` : value
}

export const STANDARD_FILTERS: Readonly<Record<string, Filter>> = Object.fromEntries([
  ...adopted(ON_TEXT, (value) => (typeof value === 'number' ? value : printed(value))),
  ...adopted(ON_NUMBERS, plainValue),
  ...adopted(ON_LISTS, plainValue),
  ['default', orElse],
  ['date', date],
])
