import { describe, expect, it } from 'vitest'
import { nextProgress, type UpdateEvent } from '../../../../electron/shell/updates/update-progress.ts'
import type { UpdateProgress } from '../../../../shared/model/updates.ts'

const NEVER: UpdateProgress = { status: 'never-checked' }
const found = (version: string | null, canInstall = true): UpdateEvent => ({
  kind: 'answered',
  version,
  canInstall,
})

const having = (...events: UpdateEvent[]) => events.reduce(nextProgress, NEVER)
const READY = [{ kind: 'asked' }, found('1.5.0'), { kind: 'downloaded' }] satisfies UpdateEvent[]

describe('an update', () => {
  it('is looked for, fetched and then ready', () => {
    expect(having({ kind: 'asked' })).toEqual({ status: 'checking' })
    expect(having({ kind: 'asked' }, found('1.5.0'))).toEqual({
      status: 'downloading',
      version: '1.5.0',
      percent: 0,
    })
    expect(having(...READY)).toEqual({ status: 'ready', version: '1.5.0', isPostponed: false })
  })

  it('never goes back in per cents, nor beyond a hundred', () => {
    const percents = [12.9, 11, 130].map((percent) => ({ kind: 'received', percent }) as const)
    const shown = percents.map((_event, at) => having(found('1.5.0'), ...percents.slice(0, at + 1)))
    expect(shown).toMatchObject([{ percent: 12 }, { percent: 12 }, { percent: 100 }])
  })

  it('stays ready, and postponed, while the server is asked again or cannot be reached', () => {
    const postponed = { status: 'ready', version: '1.5.0', isPostponed: true }
    const later = [...READY, { kind: 'postponed' } as const]
    expect(having(...later)).toEqual(postponed)
    expect(having(...later, { kind: 'asked' }, found('1.5.0'))).toEqual(postponed)
    expect(having(...later, { kind: 'asked' }, { kind: 'failed', why: 'offline' })).toEqual(postponed)
  })

  it('that its makers took back is not installed any more', () => {
    expect(having(...READY, { kind: 'asked' }, found(null))).toEqual({ status: 'current' })
  })

  it('makes way for a still newer one', () => {
    expect(having(...READY, found('1.6.0'))).toEqual({ status: 'downloading', version: '1.6.0', percent: 0 })
    expect(having(...READY, found('1.6.0'), { kind: 'failed', why: 'damaged' })).toEqual({
      status: 'failed',
      why: 'damaged',
    })
  })

  it('is only told of where it cannot put itself in place', () => {
    expect(having(found('1.5.0', false))).toEqual({ status: 'by-hand', version: '1.5.0' })
  })

  it('takes no news of a download that is over, and no delay of what is not there', () => {
    expect(having(found(null), { kind: 'received', percent: 5 })).toEqual({ status: 'current' })
    expect(having(found(null), { kind: 'downloaded' })).toEqual({ status: 'current' })
    expect(having(found(null), { kind: 'postponed' })).toEqual({ status: 'current' })
  })
})
