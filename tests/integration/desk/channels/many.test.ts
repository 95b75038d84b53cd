import { describe, expect, it } from 'vitest'
import { channelFolder, lead, subscribed, titlesOf } from '../../../support/channels.ts'

describe.each([2, 20])('%i programs at once against one folder', (count) => {
  it('all have the same library in the end, and none has half of it at any time', {
    timeout: 180_000,
  }, async () => {
    const { publish, write, address, desk, library } = await lead({ address: channelFolder() })
    await publish()
    const agents = await Promise.all(
      Array.from({ length: count }, () => subscribed(address, { presence: 'guest' })),
    )
    const states = [titlesOf(desk)]
    write('第二版')
    states.push(titlesOf(desk))
    const during = agents.map(async (agent) => {
      await agent.channels.check(library.id)
      return titlesOf(agent)
    })
    await publish()
    for (const seen of await Promise.all(during)) expect(states).toContainEqual(seen)
    await Promise.all(agents.map((agent) => agent.channels.check(library.id)))
    for (const agent of agents) expect(titlesOf(agent)).toEqual(states.at(-1))
  })
})

describe('several programs that publish one library at once', () => {
  it('take turns: one is first, the others are told and publish on top, and nothing is lost', {
    timeout: 180_000,
  }, async () => {
    const notes = { message: null, mustUpdateBy: null, share: 100 }
    const boss = await lead({ address: channelFolder() })
    await boss.publish()
    const { id } = boss.library
    const others = await Promise.all(
      Array.from({ length: 3 }, async (_, n) => {
        const desk = await subscribed(boss.address, { presence: 'guest' })
        await desk.team.takeKey(id, await boss.desk.team.writeKey(id, undefined), undefined)
        const [groupId] = desk.team.list()[0]!.rootGroups
        desk.phrases.create({ title: `第${n + 2}台写的`, body: '在的', groupId: groupId! })
        return desk
      }),
    )
    boss.write('第1台写的')
    let waiting = [boss.desk, ...others]
    for (let round = 1; waiting.length > 0; round++) {
      expect(round).toBeLessThanOrEqual(4)
      const outcomes = await Promise.allSettled(waiting.map((desk) => desk.channels.publish(id, notes)))
      const slower = waiting.filter((_, n) => outcomes[n]!.status === 'rejected')
      expect(slower).toHaveLength(waiting.length - 1)
      for (const desk of slower) {
        await desk.channels.check(id)
        await desk.channels.apply(id, {})
      }
      waiting = slower
    }
    const reader = await subscribed(boss.address, { presence: 'guest' })
    expect(titlesOf(reader)).toEqual(
      expect.arrayContaining([1, 2, 3, 4].map((machine) => `第${machine}台写的`)),
    )
  })
})
