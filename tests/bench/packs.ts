import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Desk, openDesk } from '../../electron/desk/open-desk.ts'

// node tests/bench/packs.ts [--json] [--phrases N]: how long the first release of a large library takes to be looked at
// and brought in, how long a channel's update of 200 phrases takes, how long it takes a lead to publish (as a file, into
// a channel, and 200 changed phrases), to be told what that takes from the team, and to go back to the release before;
// and how long the thread that serves the windows is held up meanwhile. The lead's search is in use.

const EDITED = 200

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, phrases: { type: 'string', default: '100000' } },
})
const count = Number(values.phrases)
const folder = mkdtempSync(path.join(tmpdir(), 'golden-six-packs-'))

try {
  const { lead, libraryId, pack, fingerprint, ...atLead } = await release()
  const agent = openDesk({ dataDir: path.join(folder, 'agent'), empty: true, presence: 'host' })
  await agent.ready()
  const id = agent.packs.open()
  agent.packs.give(id, pack, true)
  const looked = await beside(() => agent.packs.preview(id))
  const added = await beside(() => agent.packs.add(id, { trusted: fingerprint }))
  const ofChannel = await throughChannel(lead, agent, libraryId)
  await Promise.all([lead.close(), agent.close()])
  const result = {
    phrases: count,
    megabytes: Math.round(pack.length / 1e5) / 10,
    ...atLead,
    looked: looked.took,
    added: added.took,
    ...ofChannel,
  }
  console.log(values.json ? JSON.stringify(result, null, 2) : result)
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

async function release() {
  const lead = openDesk({ dataDir: path.join(folder, 'lead'), empty: true, presence: 'host' })
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
  await lead.ready()
  const inFile = await beside(() => lead.team.publish(id, { message: null, mustUpdateBy: null }))
  const removals = await beside(() => lead.team.removals(id))
  return {
    ...{ lead, libraryId: id, pack: inFile.result.bytes, fingerprint },
    ...{ publishedInFile: inFile.took, removals: removals.took },
  }
}

/** Both follow a channel; the agent has a release of it already, and gets one that changes some phrases. */
async function throughChannel(lead: Desk, agent: Desk, libraryId: string) {
  const address = { kind: 'folder', path: mkdtempSync(path.join(folder, 'channel-')) } as const
  const notes = { message: null, mustUpdateBy: null, share: 100 }
  const publish = () => lead.channels.publish(libraryId, notes)
  await lead.channels.attach(libraryId, { address, secret: null })
  const first = await beside(publish)
  await agent.channels.attach(libraryId, { address, secret: null })
  for (const phrase of lead.phrases.list({ offset: 0, limit: EDITED }).phrases)
    lead.phrases.update(phrase.id, { ...phrase, body: `${phrase.body}，今天改过` })
  const published = await beside(publish)
  const updated = await beside(() => agent.channels.check(libraryId))
  const before = lead.channels.list().find((channel) => channel.libraryId === libraryId)?.releases[1]?.version
  if (before === undefined) throw new Error('the channel has no release before the newest')
  const rolledBack = await beside(() => lead.channels.rollBack(libraryId, before, notes))
  return {
    publishedFirst: first.took,
    updated: updated.took,
    published: published.took,
    rolledBack: rolledBack.took,
  }
}

/** How long it took, and the longest that this thread did nothing else, in ms. */
async function beside<Result>(act: () => Promise<Result>) {
  const startedAt = performance.now()
  let longestBlockMs = 0
  let last = startedAt
  const beat = setInterval(() => {
    longestBlockMs = Math.max(longestBlockMs, Math.round(performance.now() - last - 5))
    last = performance.now()
  }, 5)
  const result = await act()
  clearInterval(beat)
  longestBlockMs = Math.max(longestBlockMs, Math.round(performance.now() - last - 5))
  return { result, took: { ms: Math.round(performance.now() - startedAt), longestBlockMs } }
}
