import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFolderStore } from '../../../../electron/desk/channels/stores/folder.ts'
import { temporaryFolder } from '../../../support/library.ts'

const { signal } = new AbortController()
const bytes = (text: string) => Buffer.from(text)
const QUICK = { abandonedMs: 50, pauseMs: 5 }

function folder() {
  const root = temporaryFolder()
  const store = createFolderStore(root, QUICK)
  const read = async (name: string) => {
    const file = await store.read(name, { limit: 1_000, signal })
    return file && file !== 'unchanged' ? file.bytes.toString() : file
  }
  return { root, store, read }
}

describe('a channel in a folder', () => {
  it('gives back what was written, and says when it is unchanged', async () => {
    const { store, read } = folder()
    const { etag } = await store.write('objects/ab/abcd', bytes('一'), { only: null, signal })
    expect(await read('objects/ab/abcd')).toBe('一')
    expect(await store.read('objects/ab/abcd', { limit: 10, etag: etag!, signal })).toBe('unchanged')
    expect(await store.read('objects/ab/none', { limit: 10, signal })).toBe(null)
    expect(await store.list('objects/', { signal })).toEqual(['objects/ab/abcd'])
    await store.remove('objects/ab/abcd', { signal })
    await store.remove('objects/ab/abcd', { signal })
    expect(await store.list('', { signal })).toEqual([])
  })

  it('leaves an object that is there as it is', async () => {
    const { store, read } = folder()
    expect(await store.write('a', bytes('一'), { only: 'new', signal })).toMatchObject({ isNew: true })
    expect(await store.write('a', bytes('二'), { only: 'new', signal })).toMatchObject({ isNew: false })
    expect(await read('a')).toBe('一')
  })

  it('lets one of many who replace the same version win, and nothing else lies there afterwards', async () => {
    const { root, store, read } = folder()
    const first = await store.write('channel.json', bytes('0'), { only: 'new', signal })
    const all = await Promise.allSettled(
      Array.from({ length: 12 }, (_, n) =>
        createFolderStore(root, QUICK).write('channel.json', bytes(`${n + 1}`), {
          ...{ only: { etag: first.etag! }, signal },
        }),
      ),
    )
    const won = all.findIndex(({ status }) => status === 'fulfilled')
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of all)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ problem: 'conflict' })
    expect(await read('channel.json')).toBe(`${won + 1}`)
    expect(readdirSync(root)).toEqual(['channel.json'])
  })

  it('takes over the lock of a program that died, by its own clock alone', async () => {
    const { root, store, read } = folder()
    const { etag } = await store.write('channel.json', bytes('一'), { only: 'new', signal })
    writeFileSync(path.join(root, 'channel.json.lock'), 'somebody who died')
    await store.write('channel.json', bytes('二'), { only: { etag: etag! }, signal })
    expect(await read('channel.json')).toBe('二')
    expect(existsSync(path.join(root, 'channel.json.lock'))).toBe(false)
  })

  it('gives up on a lock that others take again and again, and leaves it to them', async () => {
    const root = temporaryFolder()
    const store = createFolderStore(root, { abandonedMs: 60_000, patienceMs: 30, pauseMs: 5 })
    const { etag } = await store.write('channel.json', bytes('一'), { only: 'new', signal })
    writeFileSync(path.join(root, 'channel.json.lock'), 'somebody busy')
    await expect(
      store.write('channel.json', bytes('二'), { only: { etag: etag! }, signal }),
    ).rejects.toMatchObject({
      problem: 'unreachable',
    })
    expect(readFileSync(path.join(root, 'channel.json.lock'), 'utf8')).toBe('somebody busy')
  })

  it('does not make the folder itself: an unplugged drive leaves an empty place', async () => {
    const root = path.join(temporaryFolder(), 'unplugged')
    const store = createFolderStore(root)
    await expect(store.write('a', bytes('一'), { only: null, signal })).rejects.toMatchObject({
      problem: 'unreachable',
    })
    await expect(store.read('a', { limit: 1, signal })).rejects.toMatchObject({ problem: 'unreachable' })
    expect(existsSync(root)).toBe(false)
  })

  it('reads no file that is too long, and lists none that is being written', async () => {
    const { root, store } = folder()
    writeFileSync(path.join(root, 'long'), '123456')
    writeFileSync(path.join(root, '.partial-0011'), '')
    await expect(store.read('long', { limit: 5, signal })).rejects.toMatchObject({ problem: 'wrong' })
    expect(await store.list('', { signal })).toEqual(['long'])
  })

  it('is swept of what programs left that were ended while they wrote, by the clock of the drive', async () => {
    const { root, store } = folder()
    for (const name of ['objects/ab/abcd', 'inbox/agent.json', 'channel.json'])
      await store.write(name, bytes('一'), { only: 'new', signal })
    mkdirSync(path.join(root, '别人的'))
    // The drive's clock is years behind this machine's.
    const drive = Date.UTC(2011, 10, 11, 12)
    const put = (name: string, hoursBefore: number) => {
      const file = path.join(root, name)
      if (!existsSync(file)) writeFileSync(file, 'half')
      const when = new Date(drive - hoursBefore * 3_600_000)
      utimesSync(file, when, when)
    }
    const left = ['.partial-1', 'objects/.partial-2', 'objects/ab/.partial-3', 'inbox/.partial-4']
    const kept = ['objects/ab/.partial-5', '别人的/.partial-6']
    for (const name of left) put(name, 25)
    put('objects/ab/.partial-5', 23)
    put('别人的/.partial-6', 1_000)
    put('objects/ab/abcd', 1_000)
    put('channel.json', 0)
    await store.sweep?.('channel.json')
    const isThere = (name: string) => existsSync(path.join(root, name))
    expect(left.filter(isThere)).toEqual([])
    expect(kept.filter(isThere)).toEqual(kept)
    expect(await store.list('', { signal })).toEqual(['channel.json', 'inbox/agent.json', 'objects/ab/abcd'])
  })

  it('follows no path that leads out of it', async () => {
    const { store } = folder()
    for (const name of ['../a', 'a/../../b', '/etc/passwd', 'a//b', 'C:/a', ''])
      await expect(store.read(name, { limit: 1, signal })).rejects.toThrow(TypeError)
  })

  it.skipIf(process.platform === 'win32')('says so when it may not write', async () => {
    const { store } = closedFolder()
    await expect(store.write('a.json', bytes('{}'), { only: null, signal })).rejects.toMatchObject({
      problem: 'denied',
    })
  })
})

/** One in which nobody may write. Rights do not hold root back, but it may not write into the kernel's own folder. */
function closedFolder() {
  if (process.getuid?.() === 0) return { store: createFolderStore('/sys/kernel', QUICK) }
  const { root, store } = folder()
  chmodSync(root, 0o500)
  return { store }
}
