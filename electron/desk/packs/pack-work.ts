import path from 'node:path'
import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { readCachedRelease } from '../channels/cached-release.ts'
import { createChannelRecords } from '../channels/channel-records.ts'
import { cacheFolderIn, openObjectCache } from '../channels/object-cache.ts'
import { reachable } from '../database/folder.ts'
import { DATABASE_FILE } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import { createImages } from '../images/images.ts'
import { createPhraseBook } from '../phrases/phrase-book.ts'
import { createPhraseGroups } from '../phrases/phrase-groups.ts'
import { createCatalogue } from '../products/catalogue.ts'
import { journalOfSession } from '../undo/journal-of-session.ts'
import { hasLeftTrunk } from './lineage.ts'
import { readPack } from './pack-file.ts'
import type { OutgoingTask, PackAnswer, PackSource, PackTask } from './pack-messages.ts'
import { inPieces, preparedAgain } from './prepared-release.ts'
import type { Pack } from './signed-release.ts'
import { createTeamDesk, FROM_FILE, type TeamDesk, type Way } from './team-desk.ts'
import { createTeamReleases, type Prepared, type TeamReleases } from './team-releases.ts'

const BUSY_TIMEOUT_MS = 10_000

async function work(
  database: Database.Database,
  task: PackTask,
  beforeWriting: () => Promise<unknown>,
): Promise<PackAnswer> {
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  const { dataDir, session, at } = task
  const now = () => at
  const journal = journalOfSession(database, { session, now })
  const groups = createPhraseGroups(database, { newId: uuidv7 })
  const library = {
    ...{ database, dataDir, groups, now, newId: uuidv7, record: journal.step },
    book: createPhraseBook(database, groups, { now, newId: uuidv7 }),
    images: createImages(database, { dataDir, now }),
  }
  const releases = createTeamReleases({
    ...library,
    productNames: () =>
      createCatalogue(database, library)
        .all()
        .map(({ name }) => name),
  })
  if ('release' in task) return workOutgoing(releases, task)
  const team = createTeamDesk({
    ...library,
    // No key is used here that did not come with its task.
    openProtector: async () => null,
    // Seen to below, where one can wait for it.
    beforeWriting: () => undefined,
  })
  const { source, work: asked } = task
  const isWhole = asked.kind === 'check' || asked.kind === 'note'
  const read = await readRelease(source, team, isWhole, { database, dataDir })
  if (read === null) return { kind: 'lacking' }
  const { pack, way } = read
  switch (asked.kind) {
    case 'look':
      return { kind: 'preview', preview: team.previewPack(pack, way) }
    case 'check':
      return { kind: 'checked' }
    case 'note':
      return noted(releases, releases.asPrepared(asked.release, pack.contents))
    case 'bring-in': {
      const { consent } = asked
      const found = team.refuseUnwanted(pack, consent, way)
      // A backup takes seconds, in which the library may be left.
      await beforeWriting()
      return { kind: 'outcome', outcome: team.applyPack(pack, consent, way, found) }
    }
  }
}

function workOutgoing(releases: TeamReleases, { libraryId, release }: OutgoingTask): PackAnswer {
  switch (release.kind) {
    case 'removals':
      return { kind: 'removals', removals: releases.removals(libraryId) }
    case 'publish':
      return { kind: 'published', ...releases.publish(libraryId, release.notes, release.key) }
    case 'prepare': {
      const { version, notes, key } = release
      return { kind: 'prepared', prepared: inPieces(releases.prepare(libraryId, version, notes, key)) }
    }
    case 'note-prepared':
      return noted(releases, preparedAgain(release.prepared))
  }
}

const noted = (releases: TeamReleases, prepared: Prepared): PackAnswer => ({
  kind: 'noted',
  revisions: releases.noteReleased(prepared),
})

interface ReadRelease {
  pack: Pack
  way: Way
}

/** @param isWhole whether parts that are here already are read, too */
async function readRelease(
  source: PackSource,
  team: TeamDesk,
  isWhole: boolean,
  about: Around,
): Promise<ReadRelease | null> {
  if (source.kind === 'cached') return readCached(source, team, isWhole)
  const pack = readPack(source.bytes)
  return { pack, way: { ...FROM_FILE, trunk: await trunkFor(pack, team, about) } }
}

/**
 * The release of the channel that both leads' files began with, for a lead who has given away files since: the other's
 * does not know of those, and would take them back. Null where there are none, and where the trunk is not in the cache.
 */
async function trunkFor(
  { manifest }: Pack,
  team: TeamDesk,
  { database, dataDir }: Around,
): Promise<Pack | null> {
  const { id } = manifest.library
  const library = team.find(id)
  if (!library || !hasLeftTrunk(library)) return null
  const releases = createChannelRecords(database).find(id)?.head?.releases ?? []
  const trunk = releases.find((release) => release.manifest === library.trunk.manifestHash)
  if (!trunk) return null
  const name = { manifestHash: trunk.manifest, signature: Buffer.from(trunk.signature, 'base64') }
  return readCachedRelease(openObjectCache(cacheFolderIn(dataDir)), name, null)
}

interface Around {
  database: Database.Database
  dataDir: string
}

/** Null when it is not whole. */
async function readCached(
  { folder, libraryId, release, trunk: left }: Extract<PackSource, { kind: 'cached' }>,
  team: TeamDesk,
  isWhole: boolean,
): Promise<ReadRelease | null> {
  const cache = openObjectCache(folder)
  const trunk = left && (await readCachedRelease(cache, left, null))
  if (left && !trunk) return null
  // Compared with the trunk it is read whole: what is here came by another way.
  const present = trunk || isWhole ? null : team.presentRelease(libraryId)
  const pack = await readCachedRelease(cache, release, present)
  return pack && { pack, way: { isOfChannel: true, trunk } }
}

/**
 * Looks at a release, from a file or of a channel, checks it, brings it in or notes it, or makes the next one of a
 * library, by a connection of its own.
 *
 * @param beforeWriting what must stand before anything is written; asked for once the release is known to be good
 * @param patienceMs how long it waits for another program that is writing
 * @returns also what went wrong: nothing is thrown
 */
export async function answerOf(
  task: PackTask,
  beforeWriting: () => Promise<unknown>,
  patienceMs = BUSY_TIMEOUT_MS,
): Promise<PackAnswer> {
  try {
    const database = new Database(reachable(path.join(task.dataDir, DATABASE_FILE)), {
      fileMustExist: true,
      timeout: patienceMs,
    })
    try {
      return await work(database, task, beforeWriting)
    } finally {
      database.close()
    }
  } catch (error) {
    const { message, code = null } = error as NodeJS.ErrnoException
    return { kind: 'failed', message, code, isDeskError: error instanceof DeskError }
  }
}
