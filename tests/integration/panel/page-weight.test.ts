import path from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type Rollup } from 'vite'
import { beforeAll, describe, expect, it, vi } from 'vitest'

const renderer = path.resolve(import.meta.dirname, '../../../renderer')
/** Before compression: what the machine has to parse at start, from a disk and not from a network. */
const MOST_BYTES = 300_000

let chunks: Rollup.OutputChunk[]
let html: string

beforeAll(async () => {
  // The test runner says `test`, which would bring development builds.
  vi.stubEnv('NODE_ENV', 'production')
  const built = (await build({
    root: renderer,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { write: false, minify: true, rollupOptions: { input: path.join(renderer, 'panel/index.html') } },
  })) as Rollup.RollupOutput
  chunks = built.output.filter((one) => one.type === 'chunk')
  const page = built.output.find((one) => one.fileName === 'panel/index.html')
  html = page?.type === 'asset' ? String(page.source) : ''
}, 60_000)

describe('the panel’s page', () => {
  it('loads no more script at its start than its budget; what waits for a key is no part of it', () => {
    const atStart = loadedAtStart()
    const bytes = atStart.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0)
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
    expect(atStart.flatMap(({ modules }) => Object.keys(modules)).join()).not.toContain('FollowUpForm')
  })

  it('brings none of what only the workbench needs', () => {
    const modules = chunks.flatMap((chunk) => Object.keys(chunk.modules))
    expect(modules.length).toBeGreaterThan(30)
    expect(
      modules.filter((id) => /node_modules\/(antd|@ant-design|zod|liquidjs|@tanstack)\//.test(id)),
    ).toEqual([])
  })

  it('has no inline script or style, which the content security policy would refuse', () => {
    expect(html).toContain('lang="zh-CN"')
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/)
  })
})

/** The page's own script and whatever it imports before it runs. */
function loadedAtStart(): Rollup.OutputChunk[] {
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry))
  for (const chunk of loaded)
    for (const name of chunk.imports) {
      const imported = chunks.find(({ fileName }) => fileName === name)
      if (imported) loaded.add(imported)
    }
  return [...loaded]
}
