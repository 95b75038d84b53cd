import { randomBytes } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { ChannelStoreError } from '../channel-store.ts'

export interface LockTimes {
  /**
   * How long a lock is watched before its owner is taken for dead. Told by this machine's clock alone: the clocks of a
   * NAS and of the machine that made the lock may be years apart.
   */
  abandonedMs: number
  /** After so long somebody waits no more. */
  patienceMs: number
  pauseMs: number
}

const TIMES: LockTimes = { abandonedMs: 20_000, patienceMs: 60_000, pauseMs: 100 }

/**
 * Runs `act` while this program alone holds `FILE.lock`, which names its owner. What an owner does under it takes
 * moments; a lock that stays the same for longer was left by a program that died.
 *
 * @throws ChannelStoreError `unreachable` when others hold it all the time
 */
export async function withLock<Result>(
  file: string,
  times: Partial<LockTimes>,
  signal: AbortSignal,
  act: () => Promise<Result>,
): Promise<Result> {
  const lock = `${file}.lock`
  const owner = `${hostname()} ${process.pid} ${randomBytes(12).toString('hex')}`
  await taken(lock, owner, { ...TIMES, ...times }, signal)
  try {
    return await act()
  } finally {
    // Whoever took this program for dead holds it now.
    if ((await ownerOf(lock)) === owner) await rm(lock, { force: true })
  }
}

async function taken(lock: string, owner: string, times: LockTimes, signal: AbortSignal): Promise<void> {
  const began = performance.now()
  let watched: { owner: string | null; since: number } = { owner: null, since: began }
  while (!(await created(lock, owner))) {
    signal.throwIfAborted()
    const present = await ownerOf(lock)
    const now = performance.now()
    if (present !== watched.owner) watched = { owner: present, since: now }
    if (present !== null && now - watched.since >= times.abandonedMs) await setAside(lock, present)
    else if (now - began >= times.patienceMs)
      throw new ChannelStoreError('unreachable', '另一台电脑一直占用着这个频道，稍后会再试')
    else await wait(times.pauseMs * (0.5 + Math.random()), undefined, { signal })
  }
}

async function created(lock: string, owner: string): Promise<boolean> {
  try {
    await writeFile(lock, owner, { flag: 'wx' })
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Windows says EPERM of a file that is just being removed.
    if (code === 'EEXIST' || (code === 'EPERM' && process.platform === 'win32')) return false
    throw error
  }
}

/** Of several who find it abandoned, one moves it away; a lock that was taken anew meanwhile is put back. */
async function setAside(lock: string, abandoned: string): Promise<void> {
  const aside = `${lock}.${randomBytes(6).toString('hex')}`
  try {
    await rename(lock, aside)
  } catch {
    return
  }
  if ((await ownerOf(aside)) === abandoned) await rm(aside, { force: true })
  else await rename(aside, lock).catch(() => undefined)
}

async function ownerOf(lock: string): Promise<string | null> {
  return readFile(lock, 'utf8').catch(() => null)
}
