import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { InstalledAs } from '../../../../electron/shell/updates/installed-as.ts'
import { openUpdates } from '../../../../electron/shell/updates/open-updates.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'program-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function stateOf(kind: InstalledAs, packageFile: object) {
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(packageFile))
  const updates = await openUpdates({
    app: {
      getAppPath: () => folder,
      getPath: () => folder,
      getVersion: () => '1.4.0',
      quit: () => undefined,
    },
    kind,
    settings: () => ({ server: null, isAutomatic: true }),
    isPanelOpen: () => false,
    isAnythingOpen: () => false,
    idleSeconds: () => 0,
    onChange: () => undefined,
  })
  return updates.state()
}

const built = (...keys: string[]) => ({ updates: { server: 'https://updates.cn/g6', keys } })

it('a program looks for updates where it was built to, once it has a key to know them by', async () => {
  expect(await stateOf('nsis', built('key'))).toMatchObject({
    status: 'available',
    policy: { server: { address: 'https://updates.cn/g6/', by: 'build' } },
    progress: { status: 'never-checked' },
  })
})

it('a program without a key, or from its sources, says why it has none', async () => {
  expect(await stateOf('nsis', built())).toMatchObject({ reason: expect.stringContaining('公钥') })
  expect(await stateOf('nsis', { name: 'golden-six' })).toMatchObject({
    reason: expect.stringContaining('公钥'),
  })
  expect(await stateOf('source', built('key'))).toMatchObject({ reason: expect.stringContaining('源代码') })
})

it('a program remembers from one start to the next what could not be installed', async () => {
  expect(await stateOf('nsis', built('key'))).toMatchObject({ notInstalled: null })
  const memory = { version: '1.5.0', fetchedAt: 0, attempts: 2 }
  writeFileSync(path.join(folder, 'update.json'), JSON.stringify(memory))
  expect(await stateOf('nsis', built('key'))).toMatchObject({
    notInstalled: { version: '1.5.0', isTriedAgain: false },
  })
  writeFileSync(path.join(folder, 'update.json'), 'torn off in the mid')
  expect(await stateOf('nsis', built('key'))).toMatchObject({ notInstalled: null })
})
