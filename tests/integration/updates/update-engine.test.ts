import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newPublisherKey } from '../../../electron/desk/packs/signing.ts'
import { createAttempts, updateMemoryIn } from '../../../electron/shell/updates/attempts.ts'
import { createEngine } from '../../../electron/shell/updates/update-engine.ts'
import { createUpdates, systemUpdateClock } from '../../../electron/shell/updates/updates.ts'
import { hostOf } from '../../support/updates/host.ts'
import { INSTALLER, sha512, UpdateServer } from '../../support/updates/update-server.ts'

const OURS = '1.4.0'

let folder: string
let server: UpdateServer
let address: string

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), '更新 '))
  server = new UpdateServer()
  address = await server.start()
})

afterEach(async () => {
  delete process.env.APPIMAGE
  await server.stop()
  rmSync(folder, { recursive: true })
})

/** Real electron-updater, from a real server, for a program of version 1.4.0. */
function engine(kind: 'nsis' | 'appimage' = 'nsis', patienceMs?: number) {
  const keys = [server.key.publicKey]
  return createEngine({ address, keys, kind, patienceMs, host: hostOf(folder, OURS) })
}

const pending = () => path.join(folder, 'cache', 'pending')
const quietly = () => undefined
const why = (reason: string) => expect.objectContaining({ why: reason })

describe('a newer release', () => {
  it('is fetched once, whole, and told in per cents', async () => {
    server.offer({ version: '1.5.0' })
    const round = engine()
    expect(await round.check()).toBe('1.5.0')
    const percents: number[] = []
    await round.download((percent) => percents.push(percent))
    expect(readFileSync(path.join(pending(), 'golden-six-1.5.0-x64-setup.exe'))).toEqual(INSTALLER)
    expect(percents.at(-1)).toBe(100)

    const later = engine()
    await later.check()
    server.asked.length = 0
    await later.download(quietly)
    expect(server.asked).toEqual([])
  })

  it.each([OURS, '1.3.9'])('is none when the server has %s: nothing goes back', async (version) => {
    server.offer({ version })
    expect(await engine().check()).toBeNull()
  })

  it('that is none for this machine is told from one that was taken back by what the list names', async () => {
    server.offer({ version: '1.5.0', stagingPercentage: 0 })
    const round = engine()
    expect(await round.check()).toBeNull()
    expect(round.listed()).toBe('1.5.0')
    server.offer({ version: OURS })
    expect(await round.check()).toBeNull()
    expect(round.listed()).toBe(OURS)
  })

  it('comes to a share of the machines, to each or not for good', async () => {
    const answers = async (stagingPercentage: number) => {
      server.offer({ version: '1.5.0', stagingPercentage })
      return engine().check()
    }
    expect(await answers(0)).toBeNull()
    expect(await answers(100)).toBe('1.5.0')
    const half = await answers(50)
    const id = readFileSync(path.join(folder, 'profile', '.updaterId'), 'utf8')
    expect(await answers(50)).toBe(half)
    expect(readFileSync(path.join(folder, 'profile', '.updaterId'), 'utf8')).toBe(id)
  })
})

describe('a release that cannot be trusted', () => {
  it('is one that nobody signed, or somebody else', async () => {
    server.offer({ version: '1.5.0', signedBy: null })
    await expect(engine().check()).rejects.toEqual(why('not-signed'))
    server.offer({ version: '1.5.0', signedBy: newPublisherKey() })
    await expect(engine().check()).rejects.toEqual(why('not-signed'))
  })

  it('is one whose file is not what was signed', async () => {
    server.offer({ version: '1.5.0', sha512: sha512(Buffer.from('what the makers built')) })
    const round = engine()
    await round.check()
    await expect(round.download(quietly)).rejects.toEqual(why('damaged'))
    expect(existsSync(pending()) ? readdirSync(pending()) : []).toEqual([])
    await expect(round.install({ restarts: false })).rejects.toEqual(why('damaged'))
  })

  it('is one whose file was changed on the disk after it arrived', async () => {
    server.offer({ version: '1.5.0' })
    const round = engine()
    await round.check()
    await round.download(quietly)
    writeFileSync(path.join(pending(), 'golden-six-1.5.0-x64-setup.exe'), 'something else')
    await expect(round.install({ restarts: true })).rejects.toEqual(why('damaged'))
  })
})

describe('a server', () => {
  it('that is not there, or has no releases, says which of both', async () => {
    await expect(engine().check()).rejects.toEqual(why('nothing-there'))
    await server.stop()
    await expect(engine().check()).rejects.toEqual(why('offline'))
    await server.start()
  })

  it('that has trouble of its own is named as that', async () => {
    server.answer = (_request, response) => response.writeHead(503).end()
    await expect(engine().check()).rejects.toEqual(why('server'))
  })

  it('that says nothing is not waited for', async () => {
    server.answer = quietly
    await expect(engine('nsis', 50).check()).rejects.toEqual(why('offline'))
  })

  it('that stops in the middle of a file is not waited for, and the file is fetched anew', async () => {
    server.offer({ version: '1.5.0' })
    const round = engine('nsis', 1_500)
    await round.check()
    server.answer = (_request, response) => {
      response.writeHead(200, { 'content-length': INSTALLER.length })
      response.write(INSTALLER.subarray(0, 1000))
    }
    await expect(round.download(quietly)).rejects.toEqual(why('offline'))
    server.answer = null
    const again = engine()
    await again.check()
    await again.download(quietly)
    expect(readFileSync(path.join(pending(), 'golden-six-1.5.0-x64-setup.exe'))).toEqual(INSTALLER)
  })

  it('that lost the file of its own list says so', async () => {
    server.offer({ version: '1.5.0' })
    const round = engine()
    await round.check()
    server.answer = (_request, response) => response.writeHead(404).end()
    await expect(round.download(quietly)).rejects.toEqual(why('nothing-there'))
  })
})

describe.skipIf(process.platform !== 'linux')('an AppImage', () => {
  const image = () => path.join(folder, '黄金六秒.AppImage')
  /** What the newer image leaves behind when it runs. */
  const ran = () => path.join(folder, 'ran')
  const newer = () => Buffer.from(`#!/bin/sh\necho "$APPIMAGE_EXIT_AFTER_INSTALL" > '${ran()}'\n`)

  beforeEach(() => {
    writeFileSync(image(), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    process.env.APPIMAGE = image()
    server.offer({ version: '1.5.0', installer: newer() })
  })

  it('is looked for, fetched, and replaced by the newer one when the program ends, not before', async () => {
    const changes: string[] = []
    const memory = updateMemoryIn(path.join(folder, 'update.json'))
    const updates = createUpdates({
      impediment: null,
      policy: () => ({ server: { address, by: 'company' }, checks: 'automatic', checksBy: 'build' }),
      canInstall: true,
      newEngine: async () => engine('appimage'),
      inUse: () => null,
      isNobodyThere: () => false,
      attempts: createAttempts({ memory, ours: OURS, now: Date.now }),
      quit: () => undefined,
      onChange() {
        const state = updates.state()
        if (state.status === 'available') changes.push(state.progress.status)
      },
      clock: systemUpdateClock,
    })
    await updates.check()
    await expect.poll(() => updates.waiting()).toBe('1.5.0')
    expect(new Set(changes)).toEqual(new Set(['checking', 'downloading', 'ready']))
    expect(readFileSync(image(), 'utf8')).toContain('exit 1')

    await updates.finish()
    expect(readFileSync(image())).toEqual(newer())
    expect(readFileSync(ran(), 'utf8')).toBe('true\n')
    expect(memory.read()).toMatchObject({ version: '1.5.0', attempts: 1 })
  })

  it('stays as it is when what was fetched has changed on the disk', async () => {
    const round = engine('appimage')
    await round.check()
    await round.download(quietly)
    writeFileSync(path.join(pending(), 'golden-six-1.5.0-x64.AppImage'), '#!/bin/sh\nrm -rf /\n')
    await expect(round.install({ restarts: false })).rejects.toEqual(why('damaged'))
    expect(readFileSync(image(), 'utf8')).toContain('exit 1')
  })
})
