import { describe, expect, it } from 'vitest'
import { lead, titlesOf } from '../../support/channels.ts'
import { openTestDesk } from '../../support/library.ts'

describe('a library that is published to a folder', () => {
  it('reaches an agent who agreed to the fingerprint, and so does the next release by itself', async () => {
    const { desk, library, publish, edit, phrases } = await lead()
    expect((await publish({ message: '双11 口径' })).version).toBe(1)

    const agent = openTestDesk({ presence: 'host' })
    const place = { address: desk.channels.list()[0]!.address, secret: null }
    const meeting = await agent.channels.meet(place)
    expect(meeting).toMatchObject({
      trust: 'new',
      version: 1,
      publisher: '安然',
      fingerprint: library.fingerprint,
    })
    await expect(agent.channels.subscribe({ ...place, trusted: null })).rejects.toThrow('指纹')
    expect(agent.channels.list()).toEqual([])

    const state = await agent.channels.subscribe({ ...place, trusted: meeting.fingerprint })
    expect(state).toMatchObject({
      present: 1,
      status: 'current',
      offered: { version: 1, message: '双11 口径' },
    })
    expect(titlesOf(agent)).toEqual(titlesOf(desk))

    edit(phrases[0]!.id, { body: '亲，满 88 包邮。' })
    const { sent } = await publish()
    expect(sent.objects).toBeLessThan(5)
    expect(await agent.channels.check(library.id)).toMatchObject({ present: 2, status: 'current' })
    expect(agent.phrases.get(phrases[0]!.id).body).toBe('亲，满 88 包邮。')
  })
})
