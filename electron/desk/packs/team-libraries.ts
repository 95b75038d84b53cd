import type { TeamLibrary } from '../../../shared/model/team.ts'
import type { Database } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import { fingerprintOf } from './signing.ts'

/** A team's library as its row holds it. */
export interface HeldLibrary extends Omit<TeamLibrary, 'fingerprint' | 'phrases'> {
  /** Ed25519, Base64. */
  publicKey: string
  /** SHA-256 of the newest manifest; empty when nothing was published. */
  manifestHash: string
  /** The newest release of a channel that is in it; version 0 for none. Releases in files take numbers beside it. */
  trunk: { version: number; manifestHash: string }
}

export interface Entry {
  /** Within the library. */
  entryId: string
  /** The group or phrase that it is here. */
  localId: string
  /** JSON of what the newest pack says of it. */
  base: string
}

/** An entry as it is to be; `isLeftOut` is false where it is not said. */
export type NewEntry = Entry & {
  /** Whether something that came of it was left out here since this machine published last. */
  isLeftOut?: boolean
}

interface LibraryRow {
  id: string
  name: string
  role: HeldLibrary['role']
  public_key: string
  publisher: string
  version: number
  manifest_hash: string
  published_at: number
  message: string | null
  must_update_by: string | null
  allows_edits: 0 | 1
  root_groups: string
  trunk_version: number
  trunk_hash: string
}

export type TeamLibraries = ReturnType<typeof createTeamLibraries>

/** The libraries that a team shares, and what the newest pack of each says. */
export function createTeamLibraries(database: Database, now: () => number) {
  const one = database.prepare<[string], LibraryRow>('SELECT * FROM team_libraries WHERE id = ?')
  const everything = database.prepare<[], LibraryRow & { phrases: number }>(`
    SELECT *, (SELECT count(*) FROM team_entries WHERE library_id = team_libraries.id AND kind = 'phrase') AS phrases
    FROM team_libraries ORDER BY name, id`)
  const upsert = database.prepare(`
    INSERT INTO team_libraries (id, name, role, public_key, publisher, version, manifest_hash, published_at, message,
                                must_update_by, allows_edits, root_groups, trunk_version, trunk_hash, applied_at)
    VALUES (:id, :name, :role, :publicKey, :publisher, :version, :manifestHash, :publishedAt, :message, :mustUpdateBy,
            :allowsEdits, :rootGroups, :trunkVersion, :trunkHash, :at)
    ON CONFLICT (id) DO UPDATE SET name = :name, role = :role, public_key = :publicKey, publisher = :publisher,
      version = :version, manifest_hash = :manifestHash, published_at = :publishedAt, message = :message,
      must_update_by = :mustUpdateBy, allows_edits = :allowsEdits, root_groups = :rootGroups,
      trunk_version = :trunkVersion, trunk_hash = :trunkHash, applied_at = :at`)
  const forget = database.prepare('DELETE FROM team_libraries WHERE id = ?')
  const entriesOf = database.prepare<[string, Kind], Entry>(`
    SELECT entry_id AS entryId, local_id AS localId, base FROM team_entries
    WHERE library_id = ? AND kind = ? ORDER BY entry_id`)
  const putEntry = database.prepare(`
    INSERT INTO team_entries (library_id, kind, entry_id, local_id, base, is_left_out) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (library_id, kind, entry_id) DO UPDATE SET local_id = excluded.local_id, base = excluded.base,
      is_left_out = excluded.is_left_out`)
  const dropEntry = database.prepare(
    'DELETE FROM team_entries WHERE library_id = ? AND kind = ? AND entry_id = ?',
  )
  const someEntries = database.prepare<[string, string, Kind], Entry>(`
    SELECT entry_id AS entryId, local_id AS localId, base
    FROM json_each(?) AS wanted JOIN team_entries ON entry_id = wanted.value
    WHERE library_id = ? AND kind = ? ORDER BY entry_id`)
  const entryIds = database
    .prepare<[string, Kind], string>('SELECT entry_id FROM team_entries WHERE library_id = ? AND kind = ?')
    .pluck()
  const leftOut = database
    .prepare<[string], string>(
      "SELECT entry_id FROM team_entries WHERE library_id = ? AND kind = 'phrase' AND is_left_out = 1",
    )
    .pluck()
  const phraseGroups = database.prepare<[string], { entryId: string; groupId: string | null }>(`
    SELECT entry_id AS entryId, json_extract(base, '$.groupId') AS groupId
    FROM team_entries WHERE library_id = ? AND kind = 'phrase'`)
  const holder = database
    .prepare<[Kind, string], string>('SELECT library_id FROM team_entries WHERE kind = ? AND local_id = ?')
    .pluck()
  const channel = database.prepare<[string], 1>('SELECT 1 FROM team_channels WHERE library_id = ?').pluck()

  function find(id: string): HeldLibrary | null {
    const row = one.get(id)
    return row ? libraryOf(row) : null
  }

  const list = (): TeamLibrary[] =>
    everything.all().map((row) => {
      const { publicKey, manifestHash: _, trunk: __, ...library } = libraryOf(row)
      return { ...library, fingerprint: fingerprintOf(publicKey), phrases: row.phrases }
    })

  return {
    /** Whether its releases come by a channel. */
    hasChannel: (id: string): boolean => channel.get(id) === 1,

    find,
    list,

    /** @throws DeskError `not-found` */
    get: (id: string): HeldLibrary => find(id) ?? notHere(),

    /** As `list` has it. @throws DeskError `not-found` */
    described: (id: string): TeamLibrary => list().find((library) => library.id === id) ?? notHere(),

    save({ allowsEdits, rootGroups, trunk, ...library }: HeldLibrary): void {
      upsert.run({
        ...library,
        allowsEdits: allowsEdits ? 1 : 0,
        rootGroups: JSON.stringify(rootGroups),
        trunkVersion: trunk.version,
        trunkHash: trunk.manifestHash,
        at: now(),
      })
    },

    /** What it brought stays, and is nobody's but this machine's from then on. */
    forget(id: string): void {
      forget.run(id)
    },

    entries: (libraryId: string, kind: Kind): Entry[] => entriesOf.all(libraryId, kind),

    /** Those of `ids` that there are. */
    entriesOf: (libraryId: string, kind: Kind, ids: Iterable<string>): Entry[] =>
      someEntries.all(JSON.stringify([...ids]), libraryId, kind),

    /** Ids of the phrases of which something was left out here since this machine published last. */
    leftOut: (libraryId: string): Set<string> => new Set(leftOut.all(libraryId)),

    entryIds: (libraryId: string, kind: Kind): Set<string> => new Set(entryIds.all(libraryId, kind)),

    /** The groups of a pack that some of its phrases are in. */
    groupsOf(libraryId: string, phraseIds: ReadonlySet<string>): Set<string> {
      const ids = new Set<string>()
      for (const { entryId, groupId } of phraseGroups.iterate(libraryId))
        if (groupId !== null && phraseIds.has(entryId)) ids.add(groupId)
      return ids
    },

    /** The library that a group or phrase of this machine belongs to; null for none. */
    holderOf: (kind: Kind, localId: string): string | null => holder.get(kind, localId) ?? null,

    /** What is here is one entry of one library at most. @throws SQLite's error when `localId` is another's */
    putEntry(libraryId: string, kind: Kind, { entryId, localId, base, isLeftOut = false }: NewEntry): void {
      putEntry.run(libraryId, kind, entryId, localId, base, isLeftOut ? 1 : 0)
    },

    dropEntry(libraryId: string, kind: Kind, entryId: string): void {
      dropEntry.run(libraryId, kind, entryId)
    },
  }
}

type Kind = 'group' | 'phrase'

function notHere(): never {
  throw new DeskError('not-found', '这个团队话术库已不在这台电脑上')
}

const libraryOf = (row: LibraryRow): HeldLibrary => ({
  id: row.id,
  name: row.name,
  role: row.role,
  publicKey: row.public_key,
  publisher: row.publisher,
  version: row.version,
  manifestHash: row.manifest_hash,
  publishedAt: row.published_at,
  message: row.message,
  mustUpdateBy: row.must_update_by,
  allowsEdits: row.allows_edits === 1,
  rootGroups: JSON.parse(row.root_groups),
  trunk: { version: row.trunk_version, manifestHash: row.trunk_hash },
})
