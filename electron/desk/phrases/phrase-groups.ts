import type { GroupPlace } from '../../../shared/model/group-place.ts'
import { GROUP_LIMITS, type PhraseGroup } from '../../../shared/model/phrase.ts'
import type { Database } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import { type GroupRow, GroupTree } from './group-tree.ts'

/** The tree of phrase groups, kept in memory. */
export interface PhraseGroups {
  /** Parents before their children, siblings in their order. */
  list(): PhraseGroup[]
  exists(id: string): boolean
  /** Names from the outermost ancestor to the group itself; empty for null. */
  pathOf(id: string | null): string[]
  /** Ids from the outermost ancestor to the group itself; empty for null. */
  idsTo(id: string | null): string[]
  withDescendants(id: string): string[]
  /** Every group's id, parents before their children, siblings in their order. */
  inTreeOrder(): string[]
  /** @throws DeskError `name-taken` when the parent has a group of that name, `group-refused` when it would be too deep */
  create(name: string, parentId: string | null): PhraseGroup
  /** Those of `paths` and of their ancestors that do not exist, as `a/b`, each once, outermost first. */
  missingAmong(paths: readonly (readonly string[])[]): string[]
  /** The group at the end of `names`, made with its ancestors where they are missing; null for no names. */
  ensurePath(names: readonly string[]): string | null
  rename(id: string, name: string): PhraseGroup
  /** Puts a group with all below it elsewhere, or among its siblings in another order. @throws as `create` */
  move(id: string, place: GroupPlace): PhraseGroup
  /**
   * Puts the phrases and subgroups of `id` into `into` and removes it; subgroups of the same name become one, too.
   *
   * @throws DeskError `group-refused` when `into` is below `id`, or something would be too deep
   */
  merge(id: string, into: string): PhraseGroup
  /** Removes an empty or a full group with its subgroups; its phrases go to `moveTo` (null: no group). */
  remove(id: string, moveTo: string | null): void
  /**
   * Puts all of these where they say, under the names they say, at once: two may take each other's. New ones are made,
   * parents before their children. The caller has seen to it that no name is there twice and nothing inside itself.
   */
  arrange(rows: readonly Omit<PhraseGroup, 'phraseCount'>[]): void
  /** Forgets what is in memory, for when the file was changed by another program or by a rollback. */
  refresh(): void
}

export function createPhraseGroups(database: Database, { newId }: { newId: () => string }): PhraseGroups {
  const select = database.prepare<[], GroupRow>('SELECT * FROM phrase_groups ORDER BY position, name')
  const counts = database.prepare<[], { group_id: string; phrases: number }>(`
    SELECT group_id, count(*) AS phrases FROM phrases INDEXED BY phrases_in_order
    WHERE deleted_at IS NULL AND archived_at IS NULL AND group_id IS NOT NULL GROUP BY group_id`)
  const insert = database.prepare<[GroupRow]>(
    'INSERT INTO phrase_groups (id, parent_id, name, position) VALUES (:id, :parent_id, :name, :position)',
  )
  const changeName = database.prepare('UPDATE phrase_groups SET name = ? WHERE id = ?')
  const changePlace = database.prepare<[{ id: string; parentId: string | null; position: number }]>(`
    UPDATE phrase_groups SET parent_id = :parentId, position = :position
    WHERE id = :id AND (parent_id IS NOT :parentId OR position <> :position)`)
  const deleteGroup = database.prepare('DELETE FROM phrase_groups WHERE id = ?')
  const movePhrases = database.prepare('UPDATE phrases SET group_id = ? WHERE group_id = ?')

  let known: GroupTree | null = null
  const tree = () => {
    known ??= new GroupTree(select.all())
    return known
  }
  const refresh = () => {
    known = null
  }

  /** Writes in one transaction; what is in memory is read anew afterwards, however it ended. */
  function rearranging(work: () => void): void {
    try {
      database.transaction(work)()
    } finally {
      refresh()
    }
  }

  function get(id: string): GroupRow {
    const row = tree().get(id)
    if (!row) throw new DeskError('not-found', '这个分组已不存在')
    return row
  }

  function refuseTakenName(name: string, parentId: string | null, ownId?: string): void {
    const holder = tree().childNamed(parentId, name)
    if (holder && holder.id !== ownId) throw new DeskError('name-taken', `这里已有名为“${name}”的分组`)
  }

  /** @param height levels of what is to stand under `parentId` */
  function refuseTooDeep(parentId: string | null, height: number): void {
    if (tree().lineage(parentId).length + height > GROUP_LIMITS.depth)
      throw new DeskError('group-refused', `分组最多 ${GROUP_LIMITS.depth} 层，放在这里就超过了`)
  }

  function refuseInsideItself(id: string, target: string | null, words: string): void {
    if (target !== null && tree().withDescendants(id).includes(target))
      throw new DeskError('group-refused', words)
  }

  const pathOf = (id: string | null) =>
    tree()
      .lineage(id)
      .map((row) => row.name)

  /** Noted in memory, not read back: an import may make thousands. */
  function add(name: string, parentId: string | null): string {
    const row = {
      ...{ id: newId(), parent_id: parentId, name },
      position: (tree().childrenOf(parentId).at(-1)?.position ?? -1) + 1,
    }
    insert.run(row)
    tree().add(row)
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

  /** Everything of `id` goes into `into`, level by level; then `id` is gone. */
  function absorb(id: string, into: string): void {
    // A group below may bear this one's name and is to have its place.
    changeName.run(id, id)
    movePhrases.run(into, id)
    let position = (tree().childrenOf(into).at(-1)?.position ?? -1) + 1
    for (const child of tree().childrenOf(id)) {
      const twin = tree().childNamed(into, child.name)
      if (twin && twin.id !== id) absorb(child.id, twin.id)
      else changePlace.run({ id: child.id, parentId: into, position: position++ })
    }
    deleteGroup.run(id)
  }

  return {
    list() {
      const countOf = new Map(counts.all().map((row) => [row.group_id, row.phrases]))
      return tree()
        .inOrder()
        .map((row) => asGroup(row, countOf.get(row.id) ?? 0))
    },
    exists: (id) => tree().get(id) !== undefined,
    pathOf,
    idsTo: (id) =>
      tree()
        .lineage(id)
        .map((row) => row.id),
    withDescendants: (id) => tree().withDescendants(id),
    inTreeOrder: () =>
      tree()
        .inOrder()
        .map(({ id }) => id),
    refresh,

    create(name, parentId) {
      if (parentId !== null) get(parentId)
      refuseTakenName(name, parentId)
      refuseTooDeep(parentId, 1)
      const id = add(name, parentId)
      return described(id)
    },

    missingAmong(paths) {
      const existing = new Set(
        tree()
          .inOrder()
          .map(({ id }) => pathOf(id).join('/')),
      )
      const wanted = paths.flatMap((path) => path.map((_, depth) => path.slice(0, depth + 1).join('/')))
      return [...new Set(wanted)].filter((path) => !existing.has(path))
    },

    ensurePath(names) {
      return names.reduce<string | null>(
        (parent, name) => tree().childNamed(parent, name)?.id ?? add(name, parent),
        null,
      )
    },

    rename(id, name) {
      refuseTakenName(name, get(id).parent_id, id)
      changeName.run(name, id)
      refresh()
      return described(id)
    },

    move(id, { parentId, before }) {
      const { name } = get(id)
      if (parentId !== null) get(parentId)
      refuseInsideItself(id, parentId, `不能把“${name}”移到它自己里面`)
      refuseTakenName(name, parentId, id)
      refuseTooDeep(parentId, tree().heightOf(id))
      const siblings = tree()
        .childrenOf(parentId)
        .flatMap((row) => (row.id === id ? [] : row.id))
      const at = before === null ? siblings.length : siblings.indexOf(before)
      if (at < 0) throw new DeskError('not-found', '这里的分组刚刚变了，请再移一次')
      rearranging(() => {
        for (const [position, one] of siblings.toSpliced(at, 0, id).entries())
          changePlace.run({ id: one, parentId, position })
      })
      return described(id)
    },

    merge(id, into) {
      const { name } = get(id)
      get(into)
      refuseInsideItself(id, into, `不能把“${name}”合并到它自己里面`)
      const [parentId = null] = tree()
        .lineage(into)
        .slice(-2, -1)
        .map((row) => row.id)
      refuseTooDeep(parentId, tree().heightOf(id))
      rearranging(() => absorb(id, into))
      return described(into)
    },

    arrange(rows) {
      rearranging(() => {
        const before = tree()
        // Until all have theirs each is called by its own id, which is nobody's name.
        for (const { id } of rows) if (before.get(id)) changeName.run(id, id)
        for (const { id, parentId, position } of rows)
          if (!before.get(id)) insert.run({ id, parent_id: parentId, name: id, position })
        for (const { id, parentId, name, position } of rows) {
          changePlace.run({ id, parentId, position })
          changeName.run(name, id)
        }
      })
    },

    remove(id, moveTo) {
      get(id)
      const leaving = tree().withDescendants(id)
      if (moveTo !== null && (leaving.includes(moveTo) || !tree().get(moveTo))) {
        throw new DeskError('not-found', '话术要移去的分组不存在，或就在要删除的分组里')
      }
      rearranging(() => {
        for (const group of leaving.toReversed()) {
          movePhrases.run(moveTo, group)
          deleteGroup.run(group)
        }
      })
    },
  }
}
