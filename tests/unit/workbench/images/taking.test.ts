import { describe, expect, it } from 'vitest'
import { allImagesTaken, noteTaking } from '../../../../renderer/workbench/images/taking.ts'

describe('saving what has images', () => {
  it('goes on at once when none is on its way', async () => {
    expect(await allImagesTaken()).toBe(true)
  })

  it('waits for those on their way, and for those that were added meanwhile', async () => {
    const first = Promise.withResolvers<boolean>()
    const second = Promise.withResolvers<boolean>()
    const order: string[] = []
    noteTaking(first.promise)
    const saved = allImagesTaken().then((isEveryOne) => order.push(`saved ${isEveryOne}`))
    noteTaking(second.promise)
    first.resolve(true)
    await first.promise
    order.push('first')
    second.resolve(true)
    await saved
    expect(order).toEqual(['first', 'saved true'])
  })

  it('does not go on when one of them could not be taken; afterwards it does', async () => {
    const refused = Promise.withResolvers<boolean>()
    noteTaking(refused.promise)
    noteTaking(Promise.resolve(true))
    refused.resolve(false)
    expect(await allImagesTaken()).toBe(false)
    expect(await allImagesTaken()).toBe(true)
  })
})
