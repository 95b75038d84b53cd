import { FINGERPRINT, imageNumber, releaseOf } from '../../library/team-release.ts'
import { type Ground, inBase64 } from '../ground.ts'
import { asked, prepared, type Question } from './question.ts'

const PHRASES_A_PACK = 2_000
const PIECE = 1024 * 1024

/** What the page of teams asks, about packs of 2,000 phrases and a library that this machine publishes. */
export function teamQuestions({ caller }: Ground): Question[] {
  let libraries = 0

  async function given(): Promise<{ id: string; library: string }> {
    const library = `load-${++libraries}`
    const codes = Array.from({ length: PHRASES_A_PACK }, (_, n) => `${library}-${n}`)
    const bytes = releaseOf(library, codes, imageNumber(libraries))
    const id = await caller.packs.open()
    for (let from = 0; from < bytes.length; from += PIECE) {
      const content = inBase64(bytes.subarray(from, from + PIECE))
      await caller.packs.give({ id, content, isLast: from + PIECE >= bytes.length })
    }
    return { id, library }
  }

  async function added(): Promise<string> {
    const { id, library } = await given()
    await caller.packs.add({ id, trusted: FINGERPRINT })
    await caller.packs.close(id)
    return library
  }

  async function draft(name: string) {
    const { id } = await caller.groups.create({ name, parentId: null })
    await caller.phrases.create({ title: name, body: '亲，在的', groupId: id })
    return { name, publisher: '安然', rootGroups: [id], allowsEdits: false }
  }

  async function begun(turn: number, name: string) {
    const library = await draft(`${name} ${turn}`)
    return { ...(await caller.team.begin(library)), library }
  }

  const after = ({ id }: { id: string }) => caller.packs.close(id)
  return [
    prepared('packs.open', 5, {
      ready: () => undefined,
      ask: () => caller.packs.open(),
    }),
    prepared('packs.give', 5, {
      ready: async () => ({ id: await caller.packs.open() }),
      after,
      ask: ({ id }) => caller.packs.give({ id, content: inBase64(new Uint8Array(PIECE)), isLast: false }),
    }),
    prepared('packs.preview', 3, { ready: given, after, ask: ({ id }) => caller.packs.preview(id) }),
    prepared('packs.add', 3, {
      ready: given,
      after,
      ask: ({ id }) => caller.packs.add({ id, trusted: FINGERPRINT }),
    }),
    prepared('packs.close', 3, { ready: given, ask: ({ id }) => caller.packs.close(id) }),
    prepared('team.leave', 2, {
      ready: added,
      ask: (id) => caller.team.leave({ id, phrases: 'remove' }),
    }),
    asked('team.list', 20, () => caller.team.list()),
    prepared('team.begin', 3, {
      ready: (turn) => draft(`新库 ${turn}`),
      ask: (library) => caller.team.begin(library),
    }),
    prepared('team.change', 3, {
      ready: (turn) => begun(turn, '改库'),
      ask: ({ id, library }) => caller.team.change({ id, library: { ...library, publisher: '静姝' } }),
    }),
    prepared('team.removals', 3, {
      ready: (turn) => begun(turn, '看移除'),
      ask: ({ id }) => caller.team.removals({ id }),
    }),
    prepared('team.publish', 3, {
      ready: (turn) => begun(turn, '发布'),
      ask: ({ id }) => caller.team.publish({ id }),
    }),
    prepared('team.writeKey', 3, {
      ready: (turn) => begun(turn, '存密钥'),
      ask: ({ id }) => caller.team.writeKey({ id }),
    }),
    prepared('team.takeKey', 3, {
      ready: async (turn) => {
        const { id } = await begun(turn, '取密钥')
        return { id, pem: await caller.team.writeKey({ id }) }
      },
      ask: (key) => caller.team.takeKey(key),
    }),
    asked('channels.list', 20, () => caller.channels.list()),
  ]
}
