import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { fetchElectron } from '../../../build/electron-runtime/fetch.mjs'
import { temporaryFolder } from '../../support/library.ts'
import { ROOT } from './programs.ts'

/** Tries the download from a mirror on this machine, into a cache of its own. */
async function downloadFrom(answer: RequestListener, timeoutS: number) {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const startedAt = Date.now()
  const outcome = await fetchElectron({
    root: ROOT,
    node: process.execPath,
    env: {
      ...process.env,
      GOLDEN_SIX_ELECTRON_MIRROR: `http://127.0.0.1:${port}`,
      GOLDEN_SIX_ELECTRON_TIMEOUT_S: String(timeoutS),
      electron_config_cache: temporaryFolder(),
    },
  })
  return { outcome, tookMs: Date.now() - startedAt }
}

it('a mirror that takes the call and says nothing is given up when the time is over', async () => {
  const { outcome, tookMs } = await downloadFrom(() => undefined, 2)
  expect(outcome).toEqual({ ok: false, reason: 'not finished within 2 s' })
  expect(tookMs).toBeLessThan(9_000)
})

it('a mirror without this version is told with its answer', async () => {
  const { outcome } = await downloadFrom((_request, response) => response.writeHead(404).end(), 15)
  expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining('404') })
})

it('a runtime that is not the one its makers published is refused', async () => {
  const { outcome } = await downloadFrom((_request, response) => response.end('not Electron at all'), 15)
  expect(outcome).toMatchObject({ ok: false, reason: expect.stringMatching(/checksum|mismatch/i) })
})

it('is not tried when the time for it is zero', async () => {
  const { outcome } = await downloadFrom(() => {
    throw new Error('asked')
  }, 0)
  expect(outcome).toMatchObject({ ok: false })
})
