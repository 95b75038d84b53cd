import { once } from 'node:events'
import path from 'node:path'
import { parentPort } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { readCachedRelease } from '../channels/cached-release.ts'
import { openObjectCache } from '../channels/object-cache.ts'
import { reachable } from '../database/folder.ts'
import { DATABASE_FILE } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import { createImages } from '../images/images.ts'
import { createPhraseBook } from '../phrases/phrase-book.ts'
import { createPhraseGroups } from '../phrases/phrase-groups.ts'
import { createJournal } from '../undo/journal.ts'
import { unrecorded } from '../undo/unrecorded.ts'
import { readPack } from './pack-file.ts'
import type { FromPackWorker, PackSource, PackTask, ToPackWorker } from './pack-messages.ts'
import type { Pack } from './signed-release.ts'
import { createTeamDesk, FROM_FILE, type TeamDesk, type Way } from './team-desk.ts'

// Releases, from files or of channels, each looked at or brought in by a connection of its own, beside the thread that
// serves the windows: a first one of 100,000 phrases takes many seconds.

const BUSY_TIMEOUT_MS = 10_000

async function work(
  database: Database.Database,
  { dataDir, session, at, source, consent }: PackTask,
): Promise<FromPackWorker> {
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  const now = () => at
  const journal = session === '' ? unrecorded() : createJournal(database, { session, now })
  const groups = createPhraseGroups(database, { newId: uuidv7 })
  const team = createTeamDesk({
    ...{ database, dataDir, groups, now, newId: uuidv7, record: journal.step },
    book: createPhraseBook(database, groups, { now, newId: uuidv7 }),
    images: createImages(database, { dataDir, now }),
    // Nothing is published from here.
    openProtector: async () => null,
    productNames: () => [],
    // Who asks for the thread has seen to that.
    beforeWriting: () => undefined,
  })
  const found = await read(source, team)
  if (found === null) return { kind: 'lacking' }
  const { pack, way } = found
  if (consent === null) return { kind: 'preview', preview: team.previewPack(pack, way) }
  team.refuseUnwanted(pack, consent, way)
  await leaveToWrite()
  return { kind: 'outcome', outcome: team.applyPack(pack, consent, way) }
}

/** What comes is good as far as can be said before it is written; a backup of what is here comes first. */
function leaveToWrite(): Promise<unknown> {
  if (!parentPort) throw new TypeError('this is a worker')
  const leave = once(parentPort, 'message')
  parentPort.postMessage({ kind: 'about-to-write' } satisfies FromPackWorker)
  return leave
}

interface Found {
  pack: Pack
  way: Way
}

async function read(source: PackSource, team: TeamDesk): Promise<Found | null> {
  return source.kind === 'file'
    ? { pack: readPack(source.bytes), way: FROM_FILE }
    : await readCached(source, team)
}

/** Null when it is not whole. */
async function readCached(
  { folder, libraryId, release, trunk: left }: Extract<PackSource, { kind: 'cached' }>,
  team: TeamDesk,
): Promise<Found | null> {
  const cache = openObjectCache(folder)
  const trunk = left && (await readCachedRelease(cache, left, null))
  if (left && !trunk) return null
  // Compared with the trunk it is read whole: what is here came by another way.
  const pack = await readCachedRelease(cache, release, trunk ? null : team.presentRelease(libraryId))
  return pack && { pack, way: { isOfChannel: true, trunk } }
}

async function answer(task: PackTask): Promise<FromPackWorker> {
  try {
    const database = new Database(reachable(path.join(task.dataDir, DATABASE_FILE)), {
      fileMustExist: true,
      timeout: BUSY_TIMEOUT_MS,
    })
    try {
      return await work(database, task)
    } finally {
      database.close()
    }
  } catch (error) {
    const { message, code = null } = error as NodeJS.ErrnoException
    return { kind: 'failed', message, code, isDeskError: error instanceof DeskError }
  }
}

parentPort?.on('message', async (message: ToPackWorker) => {
  if (message.kind === 'task') parentPort?.postMessage(await answer(message.task))
})
