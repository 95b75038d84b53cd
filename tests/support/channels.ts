import type { ChannelNotes } from '../../electron/desk/channels/channel-api.ts'
import type { Desk, DeskOptions } from '../../electron/desk/open-desk.ts'
import type { ChannelAddress } from '../../shared/model/channel.ts'
import type { PhraseDraftInput } from '../../shared/model/phrase.ts'
import { memoryStore } from './channel-store.ts'
import { openTestDesk, temporaryFolder } from './library.ts'

export const channelFolder = (): ChannelAddress => ({ kind: 'folder', path: temporaryFolder() })

export const EVERYONE: ChannelNotes = { message: null, mustUpdateBy: null, share: 100 }

/** A lead's machine whose library of `count` phrases goes to a channel; nothing is published yet. */
export async function lead({
  count = 3,
  allowsEdits = true,
  address = channelFolder(),
  ...options
}: { count?: number; allowsEdits?: boolean; address?: ChannelAddress } & Partial<DeskOptions> = {}) {
  const desk = openTestDesk({ presence: 'host', ...options })
  const root = desk.groups.create('售前', null)
  const write = (title: string, said: Partial<PhraseDraftInput> = {}) =>
    desk.phrases.create({ title, body: `亲，${title}。有问题随时找我。`, groupId: root.id, ...said })
  const phrases = Array.from({ length: count }, (_, n) => write(`第${n + 1}条`))
  const library = await desk.team.begin({
    ...{ name: '屿禾团队', publisher: '安然', rootGroups: [root.id], allowsEdits },
  })
  await desk.channels.attach(library.id, { address, secret: null })
  const publish = (notes: Partial<ChannelNotes> = {}) =>
    desk.channels.publish(library.id, { ...EVERYONE, ...notes })
  const edit = (id: string, said: Partial<PhraseDraftInput>) =>
    desk.phrases.update(id, { ...desk.phrases.get(id), ...said })
  return { desk, root, phrases, library, address, publish, edit, write }
}

/** An agent's machine that gets the library of the channel at `address`. */
export async function subscribed(address: ChannelAddress, options: Partial<DeskOptions> = {}): Promise<Desk> {
  const desk = openTestDesk({ presence: 'host', ...options })
  const { fingerprint } = await desk.channels.meet({ address, secret: null })
  await desk.channels.subscribe({ address, secret: null, trusted: fingerprint })
  return desk
}

export const titlesOf = (desk: Desk): string[] =>
  desk.phrases
    .list({ offset: 0, limit: 1_000 })
    .phrases.map(({ title }) => title)
    .sort()

/** Where a store in memory is said to be. */
export const ANYWHERE = { kind: 'folder', path: '/anywhere' } as const

/** A lead and a store in memory that everybody reaches. */
export async function teamAround(options: Parameters<typeof lead>[0] = {}) {
  const store = memoryStore()
  const around = { channelWorld: { openStore: () => store } }
  const boss = await lead({ address: ANYWHERE, ...around, ...options })
  return { store, boss, id: boss.library.id, join: () => subscribed(ANYWHERE, around), around }
}
