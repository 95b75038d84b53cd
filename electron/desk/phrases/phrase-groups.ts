import type { PhraseGroup } from '../../../shared/model/phrase.ts'
import type { Database } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'

/** The tree of phrase groups, kept in memory. */
export interface PhraseGroups {
  list(): PhraseGroup[]
  exists(id: string): boolean
  /** Names from the outermost ancestor to the group itself; empty for null. */
  pathOf(id: string | null): string[]
  /** Ids from the outermost ancestor to the group itself; empty for null. */
  idsTo(id: string | null): string[]
  withDescendants(id: string): string[]
  /** @throws DeskError `name-taken` when the parent has a group of that name */
  create(name: string, parentId: string | null): PhraseGroup
  /** Those of `paths` and of their ancestors that do not exist, as `a/b`, each once, outermost first. */
  missingAmong(paths: readonly (readonly string[])[]): string[]
  /** The group at the end of `names`, made with its ancestors where they are missing; null for no names. */
  ensurePath(names: readonly string[]): string | null
  rename(id: string, name: string): PhraseGroup
  /** Removes an empty or a full group with its subgroups; its phrases go to `moveTo` (null: no group). */
  remove(id: string, moveTo: string | null): void
  /** Forgets what is in memory, for when the file was changed by another program or by a rollback. */
  refresh(): void
}

interface GroupRow {
  id: string
  parent_id: string | null
  name: string
  position: number
}

export function createPhraseGroups(database: Database, { newId }: { newId: () => string }): PhraseGroups {
  const select = database.prepare<[], GroupRow>('SELECT * FROM phrase_groups ORDER BY position, name')
  const counts = database.prepare<[], { group_id: string; phrases: number }>(
    'SELECT group_id, count(*) AS phrases FROM phrases WHERE deleted_at IS NULL AND group_id IS NOT NULL GROUP BY group_id',
  )
  // The parent is compared as the index of names does, so that the siblings are counted from it.
  const insert = database.prepare<[{ id: string; parentId: string | null; name: string }], GroupRow>(`
    INSERT INTO phrase_groups (id, parent_id, name, position)
    VALUES (:id, :parentId, :name,
            (SELECT count(*) FROM phrase_groups WHERE ifnull(parent_id, '') = ifnull(:parentId, '')))
    RETURNING *`)
  const changeName = database.prepare('UPDATE phrase_groups SET name = ? WHERE id = ?')
  const deleteGroup = database.prepare('DELETE FROM phrase_groups WHERE id = ?')
  const movePhrases = database.prepare('UPDATE phrases SET group_id = ? WHERE group_id = ?')

  let known: { byId: Map<string, GroupRow>; byPlace: Map<string, GroupRow> } | null = null
  const tree = () => {
    if (known) return known
    const all = select.all()
    known = {
      byId: new Map(all.map((row) => [row.id, row])),
      byPlace: new Map(all.map((row) => [placeOf(row.parent_id, row.name), row])),
    }
    return known
  }
  const rows = () => tree().byId
  const childNamed = (parentId: string | null, name: string) => tree().byPlace.get(placeOf(parentId, name))
  const refresh = () => {
    known = null
  }

  function get(id: string): GroupRow {
    const row = rows().get(id)
    if (!row) throw new DeskError('not-found', '这个分组已不存在')
    return row
  }

  function refuseTakenName(name: string, parentId: string | null, ownId?: string): void {
    const holder = childNamed(parentId, name)
    if (holder && holder.id !== ownId) throw new DeskError('name-taken', `这里已有名为“${name}”的分组`)
  }

  function lineage(id: string | null): GroupRow[] {
    const line: GroupRow[] = []
    for (let row = id === null ? undefined : rows().get(id); row; ) {
      line.unshift(row)
      row = row.parent_id === null ? undefined : rows().get(row.parent_id)
    }
    return line
  }

  const pathOf = (id: string | null) => lineage(id).map((row) => row.name)

  function withDescendants(id: string): string[] {
    const children = [...rows().values()].filter((row) => row.parent_id === id)
    return [id, ...children.flatMap((child) => withDescendants(child.id))]
  }

  /** Noted in memory, not read back: an import may make thousands. */
  function add(name: string, parentId: string | null): string {
    const row = insert.get({ id: newId(), parentId, name }) as GroupRow
    tree().byId.set(row.id, row)
    tree().byPlace.set(placeOf(parentId, name), row)
    return row.id
  }

  const asGroup = (row: GroupRow, phraseCount: number): PhraseGroup => ({
    id: row.id,
    parentId: row.parent_id,
    name: row.name,
    position: row.position,
    phraseCount,
  })

  function described(id: string): PhraseGroup {
    const count = counts.all().find((row) => row.group_id === id)
    return asGroup(get(id), count?.phrases ?? 0)
  }

  return {
    list() {
      const countOf = new Map(counts.all().map((row) => [row.group_id, row.phrases]))
      return [...rows().values()].map((row) => asGroup(row, countOf.get(row.id) ?? 0))
    },
    exists: (id) => rows().has(id),
    pathOf,
    idsTo: (id) => lineage(id).map((row) => row.id),
    withDescendants,
    refresh,

    create(name, parentId) {
      if (parentId !== null) get(parentId)
      refuseTakenName(name, parentId)
      const id = add(name, parentId)
      refresh()
      return described(id)
    },

    missingAmong(paths) {
      const existing = new Set([...rows().keys()].map((id) => pathOf(id).join('/')))
      const wanted = paths.flatMap((path) => path.map((_, depth) => path.slice(0, depth + 1).join('/')))
      return [...new Set(wanted)].filter((path) => !existing.has(path))
    },

    ensurePath(names) {
      return names.reduce<string | null>(
        (parent, name) => childNamed(parent, name)?.id ?? add(name, parent),
        null,
      )
    },

    rename(id, name) {
      refuseTakenName(name, get(id).parent_id, id)
      changeName.run(name, id)
      refresh()
      return described(id)
    },

    remove(id, moveTo) {
      get(id)
      const leaving = withDescendants(id)
      if (moveTo !== null && (leaving.includes(moveTo) || !rows().has(moveTo))) {
        throw new DeskError('not-found', '话术要移去的分组不存在，或就在要删除的分组里')
      }
      database.transaction(() => {
        for (const group of leaving.toReversed()) {
          movePhrases.run(moveTo, group)
          deleteGroup.run(group)
        }
      })()
      refresh()
    },
  }
}

/** Where a group stands: no id holds a slash. */
function placeOf(parentId: string | null, name: string): string {
  return `${parentId ?? ''}/${name}`
}
