import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import type { PhraseDraftInput, PhraseSource } from '../../../shared/model/phrase.ts'
import { ProductDraft } from '../../../shared/model/product.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

const NOBODY = { productId: null, buyer: null }
const LIST = { text: '', limit: 10, filters: {}, step: null, ...NOBODY }
/** Half past midnight in China, when it is still the day before in UTC. */
const AFTER_MIDNIGHT = Date.parse('2026-11-22T00:30:00+08:00')

function rendered(
  draft: Partial<PhraseDraftInput>,
  { source, message }: { source?: PhraseSource; message?: string } = {},
) {
  const dataDir = temporaryFolder()
  const desk = openTestDesk({ dataDir, now: () => AFTER_MIDNIGHT })
  const { id } = desk.phrases.create({ title: '话术', body: '您好', ...draft })
  if (source) {
    const library = new Database(path.join(dataDir, DATABASE_FILE))
    library.prepare('UPDATE phrases SET source = ? WHERE id = ?').run(source, id)
    library.close()
  }
  return desk.scripts.render(desk.phrases.get(id), NOBODY, { message })
}

const words = (script: ReturnType<typeof rendered>) => script.wording.map(({ text }) => text)

describe('the words of a finished text', () => {
  it('that break a rule are told to the agent, with their place in the text, and do not stop it', () => {
    const script = rendered({ body: '{{ 客户.称呼 }}，这款是最佳选择' })
    expect(script.text).toBe('亲，这款是最佳选择')
    const [finding] = script.wording
    expect(finding).toMatchObject({ rule: 'superlative', level: 'warn', text: '最佳' })
    expect(script.text?.slice(finding?.span.start, finding?.span.end)).toBe('最佳')
  })

  it('are those of the wording that is used, and of what the facts bring in', () => {
    const draft = {
      body: '{{ 商品.说明 }}',
      variants: [{ buyerTypes: ['new' as const], body: '这款销量第一' }],
    }
    const desk = openTestDesk()
    const phrase = desk.phrases.create({ title: '卖点', ...draft })
    const body = desk.scripts.render(phrase, NOBODY, { blanks: { '商品.说明': '面料顶级' } })
    expect(words(body)).toEqual(['顶级'])
    expect(words(desk.scripts.render(phrase, NOBODY, { variant: 0 }))).toEqual(['销量第一'])
  })

  it('may stand where the author let them, or where they are a product’s name', () => {
    const waivers = [{ rule: 'superlative', text: '最佳', reason: '引用买家评价' }]
    expect(words(rendered({ body: '买家说这款是最佳选择', waivers }))).toEqual([])
    const desk = openTestDesk({ empty: false })
    const named = desk.phrases.create({ title: '推荐', body: '给您看看这款唯一心意礼盒' })
    expect(words(desk.scripts.render(named, NOBODY))).toEqual(['唯一'])
    desk.products.create(
      ProductDraft.parse({ code: 'LH001', name: '唯一心意礼盒', category: '礼盒', priceFen: 9900 }),
    )
    expect(words(desk.scripts.render(named, NOBODY))).toEqual([])
  })

  it('are blocked for a team whatever its author let stand; in one’s own library that is up to them', () => {
    const draft = {
      body: '亲，优惠在微信上给您',
      waivers: [{ rule: 'off-platform', text: '微信', reason: '活动要求' }],
    }
    expect(rendered(draft, { source: 'team' }).text).toBeNull()
    expect(words(rendered(draft))).toEqual([])
  })

  it('show in the list already why a team’s phrase cannot be sent', async () => {
    const dataDir = temporaryFolder()
    const desk = openTestDesk({ dataDir })
    desk.phrases.create({ title: '加好友', body: '亲，加微信领券' })
    const blocked = async () => (await desk.phrases.search(LIST)).hits.map(({ blockedBy }) => blockedBy)
    expect(await blocked()).toEqual([null])
    const library = new Database(path.join(dataDir, DATABASE_FILE))
    library.prepare("UPDATE phrases SET source = 'team'").run()
    library.close()
    expect(await blocked()).toEqual([expect.stringContaining('团队话术不能发')])
  })

  it('leave a team’s phrase in the list open while one of its wordings can be sent', async () => {
    const dataDir = temporaryFolder()
    const desk = openTestDesk({ dataDir })
    const variants = [{ buyerTypes: ['returning' as const], body: '亲，老客专享券给您' }]
    desk.phrases.create({ title: '领券', body: '亲，加微信领券', variants })
    const library = new Database(path.join(dataDir, DATABASE_FILE))
    library.prepare("UPDATE phrases SET source = 'team'").run()
    library.close()
    const { hits } = await desk.phrases.search(LIST)
    expect(hits.map(({ blockedBy }) => blockedBy)).toEqual([null])
  })

  it('are not judged before the text is finished, and hints stay with the author', () => {
    expect(rendered({ body: '最佳选择，{{ 订单.编号 }}' })).toMatchObject({ text: null, wording: [] })
    expect(words(rendered({ body: '保证让您满意' }))).toEqual([])
  })

  it('hold a team’s phrase back where they are blocked, and warn strongly in one’s own', () => {
    const body = '亲，优惠在微信上给您'
    const own = rendered({ body })
    expect(own.text).toBe(body)
    expect(own.wording[0]).toMatchObject({ level: 'block' })
    const teams = rendered({ body }, { source: 'team' })
    expect(teams.text).toBeNull()
    expect(teams.refusals[0]?.reason).toContain('微信')
    expect(rendered({ body: '这款是最佳选择' }, { source: 'team' }).text).not.toBeNull()
  })
})

describe('how a text reads in the chat', () => {
  const message = '你好请问这款敏感肌可以用吗，我之前用别家的脸上起过红疹'

  it('is noted when the buyer wrote more than the reply says', () => {
    expect(rendered({ body: '可以的' }, { message }).advice).toEqual([
      expect.stringContaining('回复只有 3 个字'),
    ])
    expect(
      rendered(
        { body: '可以用的，成分里不含酒精和香精，您可以先在耳后试一小块，没有不适再上脸。' },
        { message },
      ).advice,
    ).toEqual([])
  })

  it('is not measured against a search', () => {
    expect(rendered({ body: '可以的' }, { message: 'minganjikeyiyongma' }).advice).toEqual([])
    expect(rendered({ body: '可以' }, { message: '敏感肌' }).advice).toEqual([])
  })

  it('is noted when it opens coldly, with warmer words, or greets at length', () => {
    const [cold] = rendered({ body: '不行，这款不能再便宜了' }).advice
    expect(cold).toContain('换成')
    expect(rendered({ body: '您好\n欢迎光临\n我是客服\n请问您想看什么', step: 'greet' }).advice).toEqual([
      expect.stringContaining('4 行'),
    ])
  })
})

describe('what a text promises', () => {
  it('is told before it is sent, and its remark is made for the shop’s day and the agent', () => {
    const desk = openTestDesk({ now: () => AFTER_MIDNIGHT })
    desk.shop.save({ ...desk.shop.profile(), agentAlias: '小禾' })
    const phrase = desk.phrases.create({ title: '发货', body: '今天发货，给您走顺丰' })
    const script = desk.scripts.render(phrase, NOBODY)
    expect(script.promises).toEqual(['今天发货', '走顺丰'])
    expect(desk.scripts.promiseMade(script.text ?? '')).toEqual({
      promises: ['今天发货', '走顺丰'],
      remark: '已答应买家 时间：今天发货；快递：走顺丰 小禾 2026-11-22',
    })
  })

  it('is nothing in most texts', () => {
    expect(rendered({ body: '这款是纯棉的' }).promises).toEqual([])
    expect(openTestDesk().scripts.promiseMade('这款是纯棉的')).toBeNull()
  })
})
