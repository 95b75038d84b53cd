import { describe, expect, it } from 'vitest'
import { Buyer } from '../../../shared/model/buyer.ts'
import { GroupName, PhraseDraft } from '../../../shared/model/phrase.ts'
import { ProductDraft } from '../../../shared/model/product.ts'
import { ShopProfile } from '../../../shared/model/shop.ts'
import { openTestDesk } from '../../support/library.ts'

const TURNED = '照片\u202egnp.exe'
const PLAIN = '照片gnp.exe'
const FAMILY = '👩‍👩‍👧一家'

const product = (name: string) =>
  ProductDraft.parse({
    code: name,
    name,
    shortName: name,
    category: name,
    priceFen: 1,
    sellingPoints: [name],
  })

describe('a name reads in the order in which it is written', () => {
  it.each([
    ['a title', (name: string) => PhraseDraft.parse({ title: name, body: 'x' }).title],
    ['a code', (name: string) => PhraseDraft.parse({ title: 'x', code: name, body: 'x' }).code],
    ['a tag', (name: string) => PhraseDraft.parse({ title: 'x', tags: [name], body: 'x' }).tags[0]],
    ['a group', (name: string) => GroupName.parse(name)],
    ['a product', (name: string) => product(name).name],
    ['an article code', (name: string) => product(name).code],
    ['a category', (name: string) => product(name).category],
    ['a selling point', (name: string) => product(name).sellingPoints[0]],
    ['a buyer', (name: string) => Buyer.parse({ nickname: name }).nickname],
    [
      'a shop',
      (name: string) => ShopProfile.parse({ name, agentAlias: 'a', petName: '亲', cutOff: '16:00' }).name,
    ],
  ])('%s', (_what, kept) => {
    expect(kept(TURNED)).toBe(PLAIN)
    expect(kept(`\u2066${PLAIN}\u2069\u200f`)).toBe(PLAIN)
    expect(kept(FAMILY)).toBe(FAMILY)
  })

  it('and stands on one line', () => {
    expect(PhraseDraft.parse({ title: '包邮\r\n\u2028说明\0', body: 'x' }).title).toBe('包邮 说明')
    expect(GroupName.safeParse('售前\u0007').success).toBe(false)
  })

  it('also where it comes from a file', async () => {
    const desk = openTestDesk()
    const bytes = Buffer.from(`标题,快捷短语,快捷短语分组\n${TURNED},亲,${TURNED}=>售\u2067后\n`)
    expect(await desk.imports.apply({ name: '话术.csv', bytes })).toMatchObject({ ok: true, added: 1 })
    expect(desk.phrases.list({ offset: 0, limit: 1 }).phrases).toMatchObject([
      { title: PLAIN, groupPath: [PLAIN, '售后'] },
    ])
  })

  it('while the text of a phrase stays as its author wrote it', () => {
    const body = 'שלום\u200f 亲\n第二行'
    expect(PhraseDraft.parse({ title: 'x', body }).body).toBe(body)
  })
})
