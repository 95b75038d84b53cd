import { addDays, chinaDay } from '../../../shared/model/china-time.ts'
import { EXPIRING_WITHIN_DAYS, MOST_USED, type PhraseFilter } from '../../../shared/model/phrase-listing.ts'
import type { Database } from '../database/open-database.ts'
import type { PhraseGroups } from './phrase-groups.ts'
import { RowIdSet } from './row-id-set.ts'

/**
 * Whether a filter leaves a phrase, by its row id: of those that are archived, or of those that are not, as the filter
 * has it; of `among` alone where that is given. The filter's text plays no part.
 */
export type LeaveBy = (filter: PhraseFilter, among?: readonly number[]) => (rowId: number) => boolean

const DAY_MS = 86_400_000

// Statements are made of these pieces alone, and of no more than the filter needs: 100,000 phrases are held against each.
// What people choose comes in as parameters.
const VALIDITY = {
  expired: 'valid_until < :today',
  upcoming: 'valid_from > :today AND (valid_until IS NULL OR valid_until >= :today)',
  current: '(valid_from IS NULL OR valid_from <= :today) AND (valid_until IS NULL OR valid_until >= :today)',
  expiring: '(valid_from IS NULL OR valid_from <= :today) AND valid_until BETWEEN :today AND :soon',
}

// From the uses to their phrases, here and below: the other way round each phrase would be asked for its uses.
const MOST = `phrases.rowid IN (
  SELECT used.rowid FROM phrase_use AS most CROSS JOIN phrases AS used ON used.id = most.phrase_id
  WHERE used.deleted_at IS NULL AND used.archived_at IS NULL ORDER BY most.uses DESC LIMIT ${MOST_USED})`
const OF_USED = 'phrase_use CROSS JOIN phrases ON phrases.id = phrase_use.phrase_id'

/** Which of the used phrases are taken out; null where none are. */
const USED_OUT: Record<NonNullable<PhraseFilter['use']>['kind'], readonly string[] | null> = {
  never: [],
  idle: ['last_used_at >= :idleSince'],
  most: null,
}

// A tag in its quotes is found by its letters alone; only where something is escaped may that be a part of another tag.
const TAGS_TO_THE_LETTER = `(NOT instr(phrases.tags, '\\')
  OR NOT EXISTS (SELECT value FROM json_each(:tags) EXCEPT SELECT value FROM json_each(phrases.tags)))`

export function createPhraseFilter(
  database: Database,
  groups: Pick<PhraseGroups, 'withDescendants'>,
  now: () => number,
): LeaveBy {
  const prepare = (sql: string) => database.prepare<[Record<string, unknown>], string>(sql).pluck()
  const prepared = new Map<string, ReturnType<typeof prepare>>()

  return (filter, among) => {
    const parameters = { ...parametersOf(filter, groups, now()), among: JSON.stringify(among ?? []) }
    /** The ids come out of SQLite as one text, not as 100,000 values. */
    const rowIds = (from: string, conditions: readonly string[]) => {
      const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
      const sql = `SELECT json_group_array(phrases.rowid) FROM ${from} ${where}`
      const statement = prepared.get(sql) ?? prepare(sql)
      prepared.set(sql, statement)
      return new RowIdSet(JSON.parse(statement.get(parameters) ?? '[]'))
    }

    const conditions = conditionsOf(filter, among !== undefined)
    const isOfFew = among !== undefined || filter.use?.kind === 'most'
    const all = isOfFew ? 'phrases' : 'phrases INDEXED BY phrases_in_order'
    const archived = filter.archived ? 'archived_at IS NOT NULL' : 'archived_at IS NULL'
    const left = conditions.length > 0 ? rowIds(all, ['deleted_at IS NULL', archived, ...conditions]) : null
    // What is used is taken out of the rest, so that of a large library only few have to be listed.
    const usedOut = filter.use ? USED_OUT[filter.use.kind] : null
    const out = usedOut ? rowIds(OF_USED, usedOut) : null
    return (rowId) => (left === null || left.has(rowId)) && !out?.has(rowId)
  }
}

function conditionsOf(filter: PhraseFilter, isAmong: boolean): string[] {
  const { groupId, step, source, tags, validity, use } = filter
  return [
    isAmong && 'phrases.rowid IN (SELECT value FROM json_each(:among))',
    groupId === null && 'group_id IS NULL',
    groupId && 'group_id IN (SELECT value FROM json_each(:groupIds))',
    step && 'step = :step',
    source && 'source = :source',
    ...tags.map((_, at) => `instr(phrases.tags, :quotedTag${at})`),
    tags.length > 0 && TAGS_TO_THE_LETTER,
    validity && VALIDITY[validity],
    use?.kind === 'most' && MOST,
    use?.kind === 'idle' && 'created_at < :idleSince',
  ].filter((condition) => typeof condition === 'string')
}

function parametersOf(
  { groupId, step, source, tags, use }: PhraseFilter,
  groups: Pick<PhraseGroups, 'withDescendants'>,
  at: number,
): Record<string, unknown> {
  const today = chinaDay(at)
  return {
    groupIds: JSON.stringify(groupId ? groups.withDescendants(groupId) : []),
    step,
    source,
    ...Object.fromEntries(tags.map((tag, at) => [`quotedTag${at}`, JSON.stringify(tag)])),
    tags: JSON.stringify(tags),
    today,
    soon: addDays(today, EXPIRING_WITHIN_DAYS),
    idleSince: use?.kind === 'idle' ? at - use.days * DAY_MS : null,
  }
}
