import { describe, expect, it } from 'vitest'
import { openTestDesk } from '../../support/library.ts'

const find = (text: string) => ({ text, limit: 10, step: null, filters: {}, productId: null, buyer: null })

/** More than the index takes in at once, so that there is a while in which it has taken in a part. */
const MANY = 1200

async function deskWithManyPhrases() {
  const desk = openTestDesk()
  const rows = Array.from({ length: MANY }, (_, number) => `b${number},话术编号${number}号,售前`)
  rows.push('last,临时停用说明,售前')
  await desk.imports.apply({
    name: '话术.csv',
    bytes: Buffer.from(`快捷短语编码,快捷短语,快捷短语分组\n${rows.join('\n')}\n`),
  })
  const last = desk.phrases.find('last')
  const group = desk.groups.list()[0]
  if (!last || !group) throw new Error('the import left nothing to test with')
  return { desk, last, group }
}

describe('while the index takes the library in', () => {
  it('a query is answered although the library has to be taken in once more', async () => {
    const { desk, last, group } = await deskWithManyPhrases()
    const ready = desk.ready()
    const asked = desk.phrases.search(find(last.body))
    desk.groups.rename(group.id, '售后')
    desk.groups.rename(group.id, '改过的名字')
    expect((await asked).hits[0]?.id).toBe(last.id)
    await ready
    expect((await desk.phrases.search(find('改过的名字'))).total).toBeGreaterThan(0)
  })

  it('an edited phrase is found by its new text', async () => {
    const { desk, last } = await deskWithManyPhrases()
    const ready = desk.ready()
    desk.phrases.update(last.id, { ...last, title: '赠品补寄', body: '亲，赠品今天补寄给您' })
    await ready
    expect((await desk.phrases.search(find('赠品补寄'))).hits[0]?.id).toBe(last.id)
  })

  it('a deleted phrase is not counted', async () => {
    const { desk, last } = await deskWithManyPhrases()
    const ready = desk.ready()
    desk.phrases.remove([last.id])
    await ready
    expect((await desk.phrases.search(find('停用'))).total).toBe(0)
  })

  it('a query that will get no answer any more hears so in words for the agent', async () => {
    const { desk, last } = await deskWithManyPhrases()
    const asked = desk.phrases.search(find(last.body))
    const heard = expect(asked).rejects.toMatchObject({
      code: 'search-failed',
      message: expect.stringContaining('重新打开'),
    })
    await desk.close()
    await heard
  })
})
