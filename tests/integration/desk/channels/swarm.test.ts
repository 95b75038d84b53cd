import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChannelStore } from '../../../../electron/desk/channels/stores/open-store.ts'
import { DeskError } from '../../../../electron/desk/desk-error.ts'
import type { Desk } from '../../../../electron/desk/open-desk.ts'
import type { ChannelAddress } from '../../../../shared/model/channel.ts'
import { lead, titlesOf } from '../../../support/channels.ts'
import { openTestDesk } from '../../../support/library.ts'
import { APACHE } from '../../../support/servers/apache.ts'
import { apachePlace, type ChannelPlace, s3Place, through } from '../../../support/servers/channel-places.ts'
import { type Fault, type FaultProxy, startFaultProxy } from '../../../support/servers/fault-proxy.ts'
import { hasPrograms } from '../../shell/needs.ts'

const IMPATIENT = { timeouts: { connect: 5_000, answer: 2_000, stall: 100 } }

const FAULTS: Fault[] = [
  { kind: 'cut', after: 0 },
  { kind: 'cut', after: 200 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, headers: { 'Retry-After': '30' } },
  { kind: 'status', status: 429 },
  { kind: 'wrong-bytes' },
  { kind: 'stalled', after: 100 },
  { kind: 'slow' },
]
const channelWorld = {
  openStore: (address: ChannelAddress, secret: string | null) => openChannelStore(address, secret, IMPATIENT),
}

/** Of requests; a release takes each program some ten of them. */
const FAULTY_SHARE = 0.1
/** With so many tries, no program that recovers is left without the release: 0.9^10 is a third. */
const TRIES = 60

/** A number from 0 to 1 after another, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const places = [
  { name: 'Apache', start: apachePlace, needs: APACHE },
  { name: 's3rver', start: s3Place },
].filter(({ needs }) => !needs || hasPrograms([needs], 'apache2-bin'))

describe.each(places)('programs that follow one channel on $name over a bad line', ({ start }) => {
  let place: ChannelPlace
  let proxy: FaultProxy
  beforeAll(async () => {
    place = await start()
    proxy = await startFaultProxy(place.origin ?? '')
  })
  afterAll(async () => {
    await proxy.stop()
    await place.stop()
  })

  it.each([2, 20])(
    '%i at once: all have exactly what was published, and nobody ever half of it',
    {
      timeout: 120_000,
    },
    async (count) => {
      const random = seeded(count)
      const { secret } = place
      const direct = place.fresh()
      const boss = await lead({ count: 12 })
      const { id } = boss.library
      await boss.desk.channels.attach(id, { address: direct, secret })
      await boss.publish()
      const published = [[], titlesOf(boss.desk)]
      boss.write('第二版')
      published.push(titlesOf(boss.desk))

      proxy.faultFor = () =>
        random() < FAULTY_SHARE ? (FAULTS[Math.floor(random() * FAULTS.length)] ?? null) : null
      const address = through(direct, proxy.origin)

      async function follow(): Promise<Desk> {
        const desk = openTestDesk({ channelWorld })
        for (let tries = 0; desk.channels.list().length === 0; tries++) {
          expect(tries).toBeLessThan(TRIES)
          await desk.channels
            .subscribe({ address, secret, trusted: boss.library.fingerprint })
            .catch((error: unknown) => expect(error).toBeInstanceOf(DeskError))
        }
        return desk
      }
      async function reach(desk: Desk, version: number): Promise<void> {
        for (let tries = 0; ; tries++) {
          expect(published).toContainEqual(titlesOf(desk))
          const { present } = await desk.channels.check(id)
          if (present === version) return
          expect(tries).toBeLessThan(TRIES)
        }
      }

      const agents = await Promise.all(Array.from({ length: count }, follow))
      await Promise.all(agents.map((desk) => reach(desk, 1)))
      await boss.publish()
      await Promise.all(agents.map((desk) => reach(desk, 2)))
      for (const desk of agents) {
        expect(titlesOf(desk)).toEqual(published.at(-1))
        expect(desk.team.list()).toMatchObject([{ version: 2 }])
      }

      proxy.faultFor = () => null
      proxy.requests.length = 0
      await Promise.all(agents.map((desk) => desk.channels.check(id)))
      expect(proxy.requests.map(({ status, bytes }) => [status, bytes])).toEqual(agents.map(() => [304, 0]))
    },
  )
})
