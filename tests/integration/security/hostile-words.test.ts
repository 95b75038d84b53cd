import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { browserDesktop } from '../../../electron/browser-host/browser-desktop.ts'
import { openSettings } from '../../../electron/desk/settings/settings-file.ts'
import { appRouter } from '../../../electron/rpc/router.ts'
import { createCallerFactory } from '../../../electron/rpc/trpc.ts'
import { Buyer } from '../../../shared/model/buyer.ts'
import { PhraseDraft } from '../../../shared/model/phrase.ts'
import { ProductDraft } from '../../../shared/model/product.ts'
import { ProductImportOptions } from '../../../shared/model/product-transfer.ts'
import { ShopProfile } from '../../../shared/model/shop.ts'
import { parseScript, renderScript } from '../../../shared/template/index.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'
import { facts } from '../../unit/template/sample-facts.ts'

const WORDS = [
  `'; DROP TABLE phrases; --`,
  `" OR 1=1; --`,
  `%' UNION SELECT * FROM customers --`,
  `x'); ATTACH 'evil' AS e; --`,
  '__proto__',
  'constructor',
  '=HYPERLINK("http://x")',
  '<img src=x onerror=alert(1)>',
]

describe('words of another language in every field', () => {
  it.each(WORDS)('%s stays what it is: words', async (words) => {
    const desk = openTestDesk()
    const short = words.slice(0, 20)
    const draft = PhraseDraft.parse({
      code: words.slice(0, 32),
      title: words,
      body: words,
      tags: [short],
      questions: [words],
      groupId: desk.groups.create(words, null).id,
      variants: [{ buyerTypes: ['beginner'], body: words }],
      waivers: [{ rule: short, text: words, reason: words }],
    })
    const phrase = desk.phrases.create(draft)
    expect(desk.phrases.get(phrase.id)).toMatchObject({ ...draft, groupPath: [words] })
    expect(desk.phrases.update(phrase.id, draft)).toMatchObject(draft)

    const product = ProductDraft.parse({
      code: words,
      name: words,
      shortName: words,
      category: words,
      priceFen: 100,
      materials: [words],
      questions: [{ doubt: 'product', question: words, answer: words }],
      skus: [{ code: words, attributes: { 颜色: words }, priceFen: 100 }],
      pairings: [words],
    })
    const { id } = desk.products.create(product)
    expect(desk.products.get(id)).toMatchObject(product)
    expect(desk.products.find(words)).toMatchObject({ id })

    const shop = ShopProfile.parse({ ...desk.shop.profile(), name: words, agentAlias: short, petName: short })
    expect(desk.shop.save(shop)).toEqual(desk.shop.profile())
    expect(desk.shop.profile()).toMatchObject({ name: words, agentAlias: short, petName: short })

    const buyer = await desk.customers.create({ nickname: words, notes: [{ at: 1, text: words }] })
    expect(await desk.customers.get(buyer.id)).toMatchObject({ nickname: words, notes: [{ text: words }] })
    expect((await desk.customers.list({ text: words, offset: 0, limit: 9 })).total).toBeGreaterThan(0)

    desk.usage.record({ query: words, phraseId: phrase.id, outcome: 'copied', step: null, tookMs: null })
    const question = { limit: 10, step: null, productId: null, buyer: null, filters: {} }
    expect((await desk.phrases.search({ ...question, text: words })).hits).toBeInstanceOf(Array)
    expect((await desk.products.search(words, 10)).map((found) => found.id)).toContain(id)
    desk.phrases.remove([words, phrase.id])
    expect(desk.phrases.restore([phrase.id])).toHaveLength(1)
    expect(desk.integrityProblems()).toEqual([])
  })
})

describe('a script within a fact', () => {
  it.each(['{{ 店铺.名称 }}', '{% for i in (1..9) %}x{% endfor %}', '{{ "a" | append: "b" }}'])(
    '%s is shown as it is written, whether typed for a blank or imported with a product',
    (written) => {
      const parsed = parseScript('亲，{{ 收件人 }} 您看的是 {{ 商品.名称 }}')
      if (!parsed.ok) throw new Error(parsed.error.message)
      const product = facts.product && { ...facts.product, name: written, shortName: null }
      const { text } = renderScript(parsed.script, { ...facts, product }, { 收件人: written })
      expect(text).toBe(`亲，${written} 您看的是 ${written}`)
    },
  )
})

describe('names of prototypes', () => {
  it('in the settings file change nothing but themselves', () => {
    const folder = temporaryFolder()
    writeFileSync(
      path.join(folder, 'settings.json'),
      '{"__proto__":{"theme":"dark","polluted":true},"constructor":{"prototype":{"polluted":true}},"panel":{"__proto__":{"width":1}}}',
    )
    const settings = openSettings(folder, Date.now)
    expect(settings.read()).toMatchObject({ theme: 'system', panel: { width: 760, height: 480 } })
    settings.update({ theme: 'light' })
    expect(openSettings(folder, Date.now).read()).toMatchObject({ theme: 'light' })
    expect(Reflect.get({}, 'polluted')).toBe(undefined)
  })

  it('in a catalogue are names like any other, but for the one that would be lost, which is refused', async () => {
    const desk = openTestDesk()
    const bytes = Buffer.from('商家编码,名称,价格,__proto__,constructor,花色\nA1,裙,10,红,棉,粉\n')
    const mapping = JSON.parse(
      '{"__proto__":"规格:__proto__","constructor":"属性:constructor","花色":"规格:__proto__"}',
    )
    const options = ProductImportOptions.parse({ mapping })
    const outcome = await desk.products.importAdd({ name: '商品.csv', bytes }, options)
    expect(JSON.stringify(outcome)).toContain('“__proto__”不能用作属性名')
    expect(Reflect.get({}, 'polluted')).toBe(undefined)
    expect(Object.getPrototypeOf(desk.products.find('A1')?.attributes ?? {})).toBe(Object.prototype)
    expect(desk.products.find('A1')?.attributes.constructor).toEqual(['棉'])
    const typed = JSON.parse(
      '{"code":"A2","name":"裙","category":"女装","priceFen":1,"attributes":{"__proto__":["红"]}}',
    )
    expect(() => desk.products.create(typed)).toThrow('“__proto__”不能用作属性名')
  })

  it('in what a page says of a buyer reach nothing', () => {
    const said = JSON.parse(
      '{"nickname":"小鱼儿","measures":{"__proto__":{"polluted":1}},"__proto__":{"type":"vip"}}',
    )
    const buyer = Buyer.safeParse(said)
    expect(Reflect.get({}, 'polluted')).toBe(undefined)
    if (buyer.success) expect(buyer.data).toMatchObject({ nickname: '小鱼儿', type: null })
  })
})

describe('where backups may go', () => {
  it.each([
    'file:///etc',
    'http://example.com/',
    'backups',
    '../backups',
    '~/backups',
    'a\0b',
    '\\\\server\\share',
  ])('is not %j, which is no full path of this system', { timeout: 20_000 }, async (folder) => {
    const desk = openTestDesk()
    const caller = createCallerFactory(appRouter)({ desk, desktop: browserDesktop, appVersion: '0' })
    await expect(caller.backups.chooseFolder(folder)).rejects.toThrow()
    expect(desk.settings.read().backupFolder).toBe(null)
  })

  it.each([
    '../golden-six-everything-x.zip',
    '/etc/passwd',
    'C:\\x.zip',
    '\\\\server\\x.zip',
    'golden-six-everything-x/../../y.zip',
  ])('and an archive is imported by its name there, never from %j', async (name) => {
    const desk = openTestDesk()
    await expect(desk.safekeeping.importEverything(name)).rejects.toMatchObject({ code: 'not-found' })
  })
})
