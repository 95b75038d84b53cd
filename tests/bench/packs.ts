import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openDesk } from '../../electron/desk/open-desk.ts'

// node tests/bench/packs.ts [--json] [--phrases N]: how long the first release of a large library takes to be looked at
// and brought in, and how long the thread that serves the windows is held up meanwhile.

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, phrases: { type: 'string', default: '100000' } },
})
const count = Number(values.phrases)
const folder = mkdtempSync(path.join(tmpdir(), 'golden-six-packs-'))

try {
  const { pack, fingerprint } = await release()
  const agent = openDesk({ dataDir: path.join(folder, 'agent'), empty: true, presence: 'host' })
  await agent.ready()
  const id = agent.packs.open()
  agent.packs.give(id, pack, true)
  const looked = await beside(() => agent.packs.preview(id))
  const added = await beside(() => agent.packs.add(id, { trusted: fingerprint }))
  await agent.close()
  const result = { phrases: count, megabytes: Math.round(pack.length / 1e5) / 10, looked, added }
  console.log(values.json ? JSON.stringify(result, null, 2) : result)
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

async function release() {
  const lead = openDesk({ dataDir: path.join(folder, 'lead'), empty: true })
  const rows = Array.from(
    { length: count },
    (_, n) => `k${n},第 ${n} 条：亲，这一款有现货，喜欢可以放心拍,库=>分组${n % 200}`,
  )
  await lead.imports.apply({
    name: '库.csv',
    bytes: Buffer.from(['快捷短语编码,快捷短语,快捷短语分组', ...rows].join('\n')),
  })
  const rootGroups = lead.groups.list().flatMap(({ id, name }) => (name === '库' ? id : []))
  const { id, fingerprint } = await lead.team.begin({
    ...{ name: '大库', publisher: '安然', rootGroups, allowsEdits: false },
  })
  const { bytes } = await lead.team.publish(id, { message: null, mustUpdateBy: null })
  await lead.close()
  return { pack: bytes, fingerprint }
}

/** How long it took, and the longest that this thread did nothing else, in ms. */
async function beside(act: () => Promise<unknown>) {
  const startedAt = performance.now()
  let longestBlockMs = 0
  let last = startedAt
  const beat = setInterval(() => {
    longestBlockMs = Math.max(longestBlockMs, Math.round(performance.now() - last - 5))
    last = performance.now()
  }, 5)
  await act()
  clearInterval(beat)
  return { ms: Math.round(performance.now() - startedAt), longestBlockMs }
}
