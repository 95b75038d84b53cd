import { PHRASE_LIMITS } from '../../../shared/model/phrase.ts'
import type { BulkChange } from '../../../shared/model/phrase-listing.ts'
import type { Database } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import type { PhraseGroups } from './phrase-groups.ts'

/**
 * Does one thing to many phrases, in one transaction. Returns those that it changed: what is so already, or is gone,
 * is left as it is.
 *
 * @throws DeskError `not-found` (the group), `bulk-refused` when it cannot be done to all of them; then to none
 */
export type ChangeMany = (ids: readonly string[], change: BulkChange) => string[]

export function createBulkChanges(
  database: Database,
  groups: Pick<PhraseGroups, 'exists'>,
  now: () => number,
): ChangeMany {
  /** Sets `columns` in the phrases of `:ids` for which `isOtherwise` holds. */
  const setting = (columns: string, isOtherwise: string) =>
    database
      .prepare<[Record<string, unknown>], string>(`
        UPDATE phrases SET ${columns}
        WHERE id IN (SELECT value FROM json_each(:ids)) AND deleted_at IS NULL AND (${isOtherwise}) RETURNING id`)
      .pluck()
  const setGroup = setting('group_id = :groupId, updated_at = :at', 'group_id IS NOT :groupId')
  const setStep = setting('step = :step, updated_at = :at', 'step <> :step')
  const setDates = setting(
    'valid_from = :validFrom, valid_until = :validUntil, updated_at = :at',
    'valid_from IS NOT :validFrom OR valid_until IS NOT :validUntil',
  )
  const archive = setting('archived_at = :at, updated_at = :at', 'archived_at IS NULL')
  const unarchive = setting('archived_at = NULL, updated_at = :at', 'archived_at IS NOT NULL')
  const remove = setting('deleted_at = :at', '1')
  const setTags = database.prepare('UPDATE phrases SET tags = ?, updated_at = ? WHERE id = ?')
  const tagsOf = database.prepare<[string], { id: string; tags: string }>(
    'SELECT id, tags FROM phrases WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL',
  )

  function retag(ids: readonly string[], retagged: (tags: readonly string[]) => string[]): string[] {
    const changed = tagsOf
      .all(JSON.stringify(ids))
      .map(({ id, tags }) => ({ id, before: tags, after: retagged(JSON.parse(tags)) }))
      .filter(({ before, after }) => JSON.stringify(after) !== before)
    const overfull = changed.filter(({ after }) => after.length > PHRASE_LIMITS.tags).length
    if (overfull > 0)
      throw new DeskError(
        'bulk-refused',
        `有 ${overfull} 条话术的标签会超过 ${PHRASE_LIMITS.tags} 个，所以都没有改。请先删掉它们的一些标签`,
      )
    const at = now()
    for (const { id, after } of changed) setTags.run(JSON.stringify(after), at, id)
    return changed.map(({ id }) => id)
  }

  function changeMany(ids: readonly string[], change: BulkChange): string[] {
    const about = { ids: JSON.stringify(ids), at: now() }
    switch (change.kind) {
      case 'move':
        if (change.groupId !== null && !groups.exists(change.groupId))
          throw new DeskError('not-found', '要移到的分组已不存在，请重新选择')
        return setGroup.all({ ...about, groupId: change.groupId })
      case 'tag':
        return retag(ids, (tags) => [...new Set([...tags, ...change.add])])
      case 'untag':
        return retag(ids, (tags) => tags.filter((tag) => !change.remove.includes(tag)))
      case 'step':
        return setStep.all({ ...about, step: change.step })
      case 'dates':
        return setDates.all({ ...about, validFrom: change.validFrom, validUntil: change.validUntil })
      case 'archive':
        return (change.archived ? archive : unarchive).all(about)
      case 'remove':
        return remove.all(about)
    }
  }

  return (ids, change) => database.transaction(changeMany).immediate(ids, change)
}
