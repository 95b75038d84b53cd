import { beforeEach, describe, expect, it } from 'vitest'
import { createAttempts, type Fetched } from '../../../../electron/shell/updates/attempts.ts'
import type { UpdateEngine } from '../../../../electron/shell/updates/update-engine.ts'
import { UpdateFault } from '../../../../electron/shell/updates/update-fault.ts'
import { createUpdates, type Updates } from '../../../../electron/shell/updates/updates.ts'
import type { UpdatePolicy, UpdateState } from '../../../../shared/model/updates.ts'

const POLICY: UpdatePolicy = {
  server: { address: 'https://updates.cn/', by: 'build' },
  checks: 'automatic',
  checksBy: 'build',
}
const NOON = Date.UTC(2026, 10, 22, 12)
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** What the server does, and what the program did; each test changes what differs in its story. */
let server: {
  /** Meant for this machine; null for none. */
  version: string | null
  /** On the list, for whomever; null for the version that runs. */
  listed: string | null
  fault: UpdateFault | null
  answers: Promise<void>
  downloads: Promise<void>
}
let policy: UpdatePolicy | 'unreadable'
let busyWith: string | null
let isNobodyThere: boolean
/** What the machine remembers from one start to the next. */
let remembered: Fetched | null
let did: string[]
let due: { inMs: number; act: () => void } | null
let updates: Updates

beforeEach(() => {
  server = {
    ...{ version: '1.5.0', listed: null, fault: null },
    ...{ answers: Promise.resolve(), downloads: Promise.resolve() },
  }
  policy = POLICY
  busyWith = null
  isNobodyThere = false
  remembered = null
  did = []
  due = null
  updates = program()
})

function program(more: { impediment?: string | null; canInstall?: boolean; random?: number } = {}): Updates {
  return createUpdates({
    impediment: more.impediment ?? null,
    policy: () => policy,
    canInstall: more.canInstall ?? true,
    newEngine: async (address) => engineAt(address),
    inUse: () => busyWith,
    isNobodyThere: () => isNobodyThere,
    attempts: createAttempts({
      memory: {
        read: () => remembered,
        write: (fetched) => {
          remembered = fetched
        },
      },
      ours: '1.4.0',
      now: () => NOON,
    }),
    quit: () => did.push('quit'),
    onChange: () => undefined,
    clock: {
      now: () => NOON,
      random: () => more.random ?? 0.5,
      after(inMs, act) {
        due = { inMs, act }
        return () => {
          due = null
        }
      },
    },
  })
}

function engineAt(address: string): UpdateEngine {
  return {
    async check() {
      did.push(`asked ${address}`)
      await server.answers
      if (server.fault) throw server.fault
      return server.version
    },
    listed: () => server.version ?? server.listed ?? '1.4.0',
    async download(onProgress) {
      did.push('fetched')
      onProgress(40)
      await server.downloads
    },
    async install({ restarts }) {
      did.push(restarts ? 'installed and restarted' : 'installed')
    },
  }
}

const progress = () => {
  const state: UpdateState = updates.state()
  return state.status === 'available' ? state.progress : state
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

async function whenReady(): Promise<void> {
  await updates.check()
  await settled()
  expect(progress()).toMatchObject({ status: 'ready' })
}

describe('an update that is ready', () => {
  it('is installed when the program ends, and not before', async () => {
    await whenReady()
    expect(did).toEqual(['asked https://updates.cn/', 'fetched'])
    await updates.finish()
    expect(did.at(-1)).toBe('installed')
  })

  it('is installed at once when the person says so', async () => {
    await whenReady()
    expect(updates.restart()).toEqual({ status: 'restarting' })
    await updates.finish()
    expect(did.slice(-2)).toEqual(['quit', 'installed and restarted'])
  })

  it('waits while the program is in the middle of something, and says of what', async () => {
    await whenReady()
    busyWith = '快捷面板还开着'
    expect(updates.restart()).toEqual({ status: 'refused', reason: '快捷面板还开着' })
    expect(did).not.toContain('quit')
  })

  it('is installed and begun when the program was started again while it ended', async () => {
    await whenReady()
    expect(await updates.finish(() => true)).toBe(true)
    expect(did.at(-1)).toBe('installed and restarted')
  })

  it('can be put off, and is still installed at the end', async () => {
    await whenReady()
    updates.postpone()
    expect(progress()).toMatchObject({ status: 'ready', isPostponed: true })
    await updates.finish()
    expect(did.at(-1)).toBe('installed')
  })

  it('is not installed after its makers took it back', async () => {
    await whenReady()
    server.version = null
    await updates.check()
    expect(updates.restart()).toMatchObject({ status: 'refused' })
    await updates.finish()
    expect(did).not.toContain('installed')
  })

  it('is not installed when they take it back in the last hours: at the end the server is asked once more', async () => {
    await whenReady()
    server.version = null
    expect(await updates.finish(() => true)).toBe(false)
    expect(did).not.toContain('installed and restarted')
  })

  it.each<[string, () => void]>([
    [
      'for all',
      () => {
        server.version = '1.10.0'
      },
    ],
    [
      'for a share of the machines without this one',
      () => {
        server.version = null
        server.listed = '1.10.0'
      },
    ],
  ])('is installed though a newer one came out in the last hours %s', async (_for, meanwhile) => {
    await whenReady()
    meanwhile()
    await updates.finish()
    expect(did.at(-1)).toBe('installed')
  })

  it('stays ready while a newer one is tried on a share of the machines without this one', async () => {
    await whenReady()
    server.version = null
    server.listed = '1.10.0'
    await updates.check()
    expect(progress()).toMatchObject({ status: 'ready', version: '1.5.0' })
    await updates.finish()
    expect(did.at(-1)).toBe('installed')
  })

  it.each<[string, () => void]>([
    [
      'cannot be reached',
      () => {
        server.fault = new UpdateFault('offline')
      },
    ],
    [
      'says nothing',
      () => {
        server.answers = new Promise(() => undefined)
      },
    ],
  ])('is installed though the server %s by then', async (_how, meanwhile) => {
    await whenReady()
    meanwhile()
    const end = updates.finish()
    await settled()
    due?.act()
    await end
    expect(did.at(-1)).toBe('installed')
  })

  it('is not installed after the company has switched updates off', async () => {
    await whenReady()
    policy = { ...POLICY, checks: 'off', checksBy: 'company' }
    expect(updates.restart()).toMatchObject({ status: 'refused' })
    await updates.finish()
    expect(did).not.toContain('quit')
    expect(did).not.toContain('installed')
  })

  it('is not fetched a second time', async () => {
    await whenReady()
    await updates.check()
    await settled()
    expect(did.filter((what) => what === 'fetched')).toHaveLength(1)
  })
})

describe('an update on a computer that is shut down every evening with the program running', () => {
  const fetched = (hoursAgo: number) => ({
    version: '1.5.0',
    fetchedAt: NOON - hoursAgo * HOUR_MS,
    attempts: 0,
  })
  /** A look whether it is quiet, and what the server says to it. */
  async function minuteLater(): Promise<void> {
    due?.act()
    await settled()
  }

  it('is installed when it has waited for a day and nobody is there, and begins the program anew', async () => {
    remembered = fetched(23)
    await whenReady()
    await minuteLater()
    expect(did).not.toContain('quit')
    isNobodyThere = true
    await minuteLater()
    await updates.finish()
    expect(did.slice(-2)).toEqual(['quit', 'installed and restarted'])
  })

  it('is installed by nobody after its makers took it back in the last hours', async () => {
    remembered = fetched(23)
    await whenReady()
    isNobodyThere = true
    server.version = null
    await minuteLater()
    expect(did).not.toContain('quit')
    await updates.finish()
    expect(did).not.toContain('installed')
  })

  it('ends no program to which somebody comes back while the server is asked', async () => {
    remembered = fetched(23)
    await whenReady()
    isNobodyThere = true
    server.answers = Promise.resolve().then(() => {
      isNobodyThere = false
    })
    await minuteLater()
    expect(did).not.toContain('quit')
  })

  it.each<[string, () => void]>([
    [
      'it has only just come',
      () => {
        remembered = fetched(0)
      },
    ],
    [
      'the panel is open',
      () => {
        busyWith = '快捷面板还开着'
      },
    ],
    ['the person said later', () => updates.postpone()],
    [
      'the person wants to be the one who asks',
      () => {
        policy = { ...POLICY, checks: 'when-asked' }
      },
    ],
    [
      'it failed before, and might leave them without the program',
      () => {
        remembered = { ...fetched(23), attempts: 1 }
      },
    ],
  ])('ends no program while %s', async (_why, meanwhile) => {
    remembered = fetched(23)
    await whenReady()
    isNobodyThere = true
    meanwhile()
    await minuteLater()
    expect(did).not.toContain('quit')
  })
})

describe('an installation that failed', () => {
  /** As by a virus scanner: the installer is begun, and the next start is still of the old program. */
  async function failingStart(): Promise<void> {
    updates = program()
    await whenReady()
    did = []
    await updates.finish()
    did = did.filter((what) => !what.startsWith('asked'))
  }
  const notInstalled = () => {
    const state = program().state()
    return state.status === 'available' && state.notInstalled
  }

  it('is told at the next start, and not tried more than twice unless the person says so', async () => {
    await failingStart()
    expect(notInstalled()).toEqual({ version: '1.5.0', isTriedAgain: true })
    await failingStart()
    expect(did).toEqual(['installed'])
    expect(notInstalled()).toEqual({ version: '1.5.0', isTriedAgain: false })
    await failingStart()
    expect(did).toEqual([])
    updates.restart()
    await updates.finish()
    expect(did).toEqual(['quit', 'installed and restarted'])
  })

  it('is no more of an issue once a newer version is there, or it has been installed by hand', async () => {
    remembered = { version: '1.4.0', fetchedAt: NOON, attempts: 1 }
    expect(notInstalled()).toBeNull()
    remembered = { version: '1.5.0', fetchedAt: NOON, attempts: 2 }
    server.version = '1.10.0'
    await failingStart()
    expect(did).toEqual(['installed'])
  })
})

describe('while an update is fetched', () => {
  it('nothing is asked anew, and the end of the program installs nothing', async () => {
    let arrive = () => {}
    server.downloads = new Promise((resolve) => {
      arrive = resolve
    })
    await updates.check()
    expect(progress()).toEqual({ status: 'downloading', version: '1.5.0', percent: 40 })
    await updates.check()
    await updates.finish()
    expect(did).toEqual(['asked https://updates.cn/', 'fetched'])
    arrive()
    await settled()
    expect(progress()).toMatchObject({ status: 'ready' })
  })

  it('two who ask at once are one question', async () => {
    await Promise.all([updates.check(), updates.check()])
    expect(did.filter((what) => what.startsWith('asked'))).toHaveLength(1)
  })
})

describe('in the background', () => {
  it('the first question comes within a quarter of an hour, each machine at its own time, then every few hours', async () => {
    const first = (random: number) => {
      program({ random }).begin()
      return (due?.inMs ?? 0) / MINUTE_MS
    }
    expect([first(0), first(1)]).toEqual([2, 17])
    server.version = null
    updates.begin()
    due?.act()
    await settled()
    expect(due?.inMs).toBe(6 * 60 * MINUTE_MS)
  })

  it('a server that cannot be reached is tried again after an hour', async () => {
    server.fault = new UpdateFault('offline')
    updates.begin()
    due?.act()
    await settled()
    expect(progress()).toEqual({ status: 'failed', why: 'offline' })
    expect(due?.inMs).toBe(60 * MINUTE_MS)
  })

  it('nothing is asked by itself where the person wants to be the one who asks', async () => {
    policy = { ...POLICY, checks: 'when-asked', checksBy: 'person' }
    updates.begin()
    due?.act()
    await settled()
    expect(did).toEqual([])
    await updates.check()
    expect(did).toContain('asked https://updates.cn/')
  })
})

describe('nothing is asked', () => {
  it.each<[string, UpdatePolicy | 'unreadable']>([
    ['where the company forbids it', { ...POLICY, checks: 'off', checksBy: 'company' }],
    ['where nobody named a server', { ...POLICY, server: null }],
    ["where the company's file cannot be read", 'unreadable'],
  ])('%s', async (_where, given) => {
    policy = given
    await updates.check()
    expect(did).toEqual([])
  })

  it('by a program that trusts no key', async () => {
    updates = program({ impediment: '没有公钥' })
    updates.begin()
    expect(await updates.check()).toEqual({ status: 'unavailable', reason: '没有公钥' })
    expect({ did, due }).toEqual({ did: [], due: null })
  })
})

it('a program that cannot replace itself tells of the newer version and fetches nothing', async () => {
  updates = program({ canInstall: false })
  await updates.check()
  expect(progress()).toEqual({ status: 'by-hand', version: '1.5.0' })
  await updates.finish()
  expect(did).toEqual(['asked https://updates.cn/'])
})
