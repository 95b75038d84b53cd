import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'
import { openTestHost } from '../browser-host/open-host.ts'

const isPosix = process.platform !== 'win32'

describe('other users of the machine', () => {
  it.runIf(isPosix)('cannot enter a folder that the program made', async () => {
    const dataDir = path.join(temporaryFolder(), '黄金六秒', 'library')
    const desk = openTestDesk({ dataDir })
    await desk.safekeeping.make()
    for (const folder of [path.dirname(dataDir), dataDir, path.join(dataDir, 'backups')])
      expect(statSync(folder).mode & 0o077).toBe(0)
  })

  it.runIf(isPosix)('find no session in the list of programs, and none in the library', async () => {
    const { desk, ticketPath, enter } = await openTestHost()
    const { cookie } = await enter()
    const secrets = [cookie.split('=')[1] ?? '', new URLSearchParams(ticketPath.slice(2)).get('ticket') ?? '']
    const visible = [process.argv.join(' '), ...Object.values(process.env)].join('\n')
    const files = readdirSync(desk.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThanOrEqual(40)
      expect(visible).not.toContain(secret)
      for (const file of files) expect(file).not.toContain(secret)
    }
  })
})
