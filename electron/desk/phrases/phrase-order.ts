import { addDays, chinaDay } from '../../../shared/model/china-time.ts'
import {
  EXPIRING_WITHIN_DAYS,
  MOST_USED,
  type PhraseFilter,
  type PhraseSort,
  type SortKey,
} from '../../../shared/model/phrase-listing.ts'
import { STEPS } from '../../../shared/model/steps.ts'
import type { Database } from '../database/open-database.ts'
import type { PhraseGroups } from './phrase-groups.ts'
import { byTitle } from './title-order.ts'

/** Which phrases a filter leaves and in which order, worked out from the index of phrases without reading a row. */
export interface PhraseOrder {
  /** Row ids (integers of SQLite) of the phrases, in order. The filter's text plays no part. */
  rowIds(filter: PhraseFilter, sort: PhraseSort): number[]
}

type Groups = Pick<PhraseGroups, 'withDescendants' | 'inTreeOrder'>

const DAY_MS = 86_400_000

// Statements are made of these pieces alone; what people choose comes in as parameters.
const CONDITIONS = `
  deleted_at IS NULL
  AND (archived_at IS NOT NULL) = :archived
  AND (:anyGroup OR group_id IN (SELECT value FROM json_each(:groupIds)) OR (:ungrouped AND group_id IS NULL))
  AND (:step IS NULL OR step = :step)
  AND (:source IS NULL OR source = :source)
  -- The quoted tag is looked for first: most phrases need not have their list of tags read.
  AND (:quotedTag IS NULL OR (instr(tags, :quotedTag) > 0
       AND NOT EXISTS (SELECT value FROM json_each(:tags) EXCEPT SELECT value FROM json_each(phrases.tags))))
  AND CASE :validity
        WHEN 'expired' THEN valid_until < :today
        WHEN 'upcoming' THEN valid_from > :today AND (valid_until IS NULL OR valid_until >= :today)
        WHEN 'current' THEN (valid_from IS NULL OR valid_from <= :today) AND (valid_until IS NULL OR valid_until >= :today)
        WHEN 'expiring' THEN (valid_from IS NULL OR valid_from <= :today) AND valid_until BETWEEN :today AND :soon
        ELSE 1 END`

const USE_CONDITIONS = `
  AND CASE :use
        WHEN 'never' THEN uses IS NULL
        WHEN 'idle' THEN ifnull(last_used_at, created_at) < :idleSince
        WHEN 'most' THEN phrases.id IN (
          SELECT phrase_id FROM phrase_use AS most JOIN phrases AS used ON used.id = most.phrase_id
          WHERE used.deleted_at IS NULL AND used.archived_at IS NULL ORDER BY most.uses DESC LIMIT ${MOST_USED})
        ELSE 1 END`

const stepRank = `CASE step ${STEPS.map((step, rank) => `WHEN '${step}' THEN ${rank}`).join(' ')} END`

/** What phrases are sorted by; null where a phrase has nothing of it. */
const SORTED_BY: Record<Exclude<SortKey, 'place' | 'title'>, string> = {
  code: 'code',
  step: stepRank,
  uses: 'uses',
  lastUsed: 'last_used_at',
  changed: 'updated_at',
  validUntil: 'valid_until',
}

export function createPhraseOrder(database: Database, groups: Groups, now: () => number): PhraseOrder {
  const prepared = new Map<string, ReturnType<typeof database.prepare>>()
  function all<Row>(sql: string, parameters: Record<string, unknown>): Row[] {
    const statement = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, statement)
    return statement.all(parameters) as Row[]
  }

  return {
    rowIds(filter, { by, descending }) {
      const usesMatter = filter.use !== undefined || by === 'uses' || by === 'lastUsed'
      const from = `
        FROM phrases INDEXED BY phrases_in_order
        ${usesMatter ? 'LEFT JOIN phrase_use ON phrase_use.phrase_id = phrases.id' : ''}
        WHERE ${CONDITIONS} ${filter.use ? USE_CONDITIONS : ''}`
      const parameters = parametersOf(filter, groups, now())

      // Lists come out of SQLite as one JSON text each, not as 100,000 objects.
      if (by === 'place') {
        const runs = all<{ group_id: string | null; ids: string }>(
          `SELECT group_id, json_group_array(id) AS ids FROM (
             SELECT phrases.rowid AS id, group_id ${from} ORDER BY group_id, title, phrases.id) GROUP BY group_id`,
          parameters,
        )
        const idsIn = new Map(runs.map(({ group_id, ids }) => [group_id, JSON.parse(ids) as number[]]))
        const order = [...groups.inTreeOrder(), null].flatMap((group) => idsIn.get(group) ?? [])
        return descending ? order.reverse() : order
      }
      if (by === 'title') {
        const [found] = all<{ ids: string; titles: string }>(
          `SELECT json_group_array(phrases.rowid) AS ids, json_group_array(title) AS titles ${from}`,
          parameters,
        )
        const order = found ? byTitle(JSON.parse(found.ids), JSON.parse(found.titles)) : []
        return descending ? order.reverse() : order
      }
      const key = SORTED_BY[by]
      const [found] = all<{ ids: string }>(
        `SELECT json_group_array(id) AS ids FROM (
           SELECT phrases.rowid AS id ${from}
           ORDER BY (${key}) IS NULL, ${key} ${descending ? 'DESC' : 'ASC'}, phrases.id)`,
        parameters,
      )
      return found ? JSON.parse(found.ids) : []
    },
  }
}

function parametersOf(filter: PhraseFilter, groups: Groups, at: number): Record<string, unknown> {
  const { groupId, tags, use } = filter
  const today = chinaDay(at)
  const [firstTag] = tags
  return {
    archived: filter.archived ? 1 : 0,
    anyGroup: groupId === undefined ? 1 : 0,
    ungrouped: groupId === null ? 1 : 0,
    groupIds: JSON.stringify(groupId ? groups.withDescendants(groupId) : []),
    step: filter.step ?? null,
    source: filter.source ?? null,
    quotedTag: firstTag === undefined ? null : JSON.stringify(firstTag),
    tags: JSON.stringify(tags),
    validity: filter.validity ?? null,
    today,
    soon: addDays(today, EXPIRING_WITHIN_DAYS),
    ...(use && { use: use.kind, idleSince: use.kind === 'idle' ? at - use.days * DAY_MS : null }),
  }
}
