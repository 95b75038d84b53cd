import { rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import type { Deliverable, Desktop } from '../../../electron/rpc/desktop.ts'
import { type PhraseUseRequest, usePhrase } from '../../../electron/rpc/use-phrase.ts'
import type { Buyer } from '../../../shared/model/buyer.ts'
import type { PasteOutcome } from '../../../shared/model/desktop.ts'
import type { PhraseDraftInput } from '../../../shared/model/phrase.ts'
import { png } from '../../support/images.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

const NOON_11_NOV = Date.UTC(2026, 10, 11, 4)
const PASTED: PasteOutcome = { status: 'pasted', targetTitle: '小鱼儿-接待中心', tookMs: 30 }

const RETURNING: Buyer = { nickname: '老王', type: 'returning', isGift: false, province: null, measures: {} }

/** As if the phrase had come in a pack. */
function giveToTeam(dataDir: string, phraseId: string): void {
  const library = new Database(path.join(dataDir, DATABASE_FILE))
  library.prepare("UPDATE phrases SET source = 'team' WHERE id = ?").run(phraseId)
  library.close()
}

/** A desk with one phrase, and a desktop that only notes what it is asked to deliver. */
function withPhrase(
  draft: Partial<PhraseDraftInput>,
  outcome: PasteOutcome = PASTED,
  dataDir = temporaryFolder(),
) {
  const desk = openTestDesk({ now: () => NOON_11_NOV, dataDir })
  const phrase = desk.phrases.create({ title: '包邮说明', body: '亲，满198元包邮', ...draft })
  const delivered: string[] = []
  const returns: boolean[] = []
  const desktop = {
    deliver: async (what: Deliverable, _mode: string, options?: { hasMore: boolean }) => {
      delivered.push(typeof what === 'string' ? what : path.basename(what.file))
      returns.push(options?.hasMore ?? false)
      return outcome
    },
  } as Pick<Desktop, 'deliver'> as Desktop
  const request: PhraseUseRequest = {
    phraseId: phrase.id,
    productId: null,
    buyer: null,
    blanks: {},
    mode: 'paste',
    part: 0,
    step: null,
    query: 'by',
    shownAt: null,
  }
  const use = (more: Partial<PhraseUseRequest> = {}) =>
    usePhrase({ desk, desktop, appVersion: '0' }, { ...request, ...more })
  return { desk, phrase, delivered, returns, use }
}

describe('using a phrase', () => {
  it('delivers the filled text and counts the use', async () => {
    const { desk, phrase, delivered, use } = withPhrase({
      body: '{{ 客户.称呼 }}，订单 {{ 订单.编号 }} 已发出',
    })
    expect(await use({ blanks: { '订单.编号': '8801' } })).toEqual({ ...PASTED, promise: null, next: null })
    expect(delivered).toEqual(['亲，订单 8801 已发出'])
    expect(desk.phrases.get(phrase.id)).toMatchObject({ uses: 1, lastUsedAt: NOON_11_NOV })
  })

  it('is noted with the buyer it was for, but not with one who has no name of their own', async () => {
    const { desk, use } = withPhrase({ body: '亲，在的' })
    await use({ buyer: { nickname: '小鱼儿', type: null, isGift: false, province: null, measures: {} } })
    await use({ buyer: { nickname: '亲', type: null, isGift: false, province: null, measures: {} } })
    await desk.customers.settled()
    const { customers } = await desk.customers.list({ text: '', offset: 0, limit: 10 })
    expect(customers.map(({ nickname }) => nickname)).toEqual(['小鱼儿'])
    expect(await desk.customers.pastesOf(customers[0]?.id ?? '')).toEqual([
      { at: NOON_11_NOV, phraseTitle: '包邮说明', text: '亲，在的' },
    ])
  })

  it('keeps nothing of buyers where the setting says so', async () => {
    const { desk, use } = withPhrase({ body: '亲，在的' })
    desk.settings.update({ buyers: { keep: false, retentionDays: 90 } })
    await use({ buyer: { nickname: '小鱼儿', type: null, isGift: false, province: null, measures: {} } })
    await desk.customers.settled()
    expect((await desk.customers.list({ text: '', offset: 0, limit: 10 })).total).toBe(0)
  })

  it('delivers nothing while a fact is missing', async () => {
    const { delivered, use } = withPhrase({ body: '订单 {{ 订单.编号 }} 已发出' })
    expect(await use()).toMatchObject({ status: 'incomplete', script: { missing: [{ name: '订单.编号' }] } })
    expect(delivered).toEqual([])
  })

  it.each([
    ['whose campaign is over', { validUntil: '2026-11-10' }, '活动已在 2026-11-10 结束'],
    ['whose campaign has not begun', { validFrom: '2026-11-12' }, '活动 2026-11-12 才开始'],
    ['whose guard fails', { guard: '店铺.运费险' }, '运费险'],
  ])('delivers nothing of a phrase %s, whatever the page shows', async (_which, draft, words) => {
    const { desk, phrase, delivered, use } = withPhrase(draft)
    const outcome = await use()
    expect(outcome).toMatchObject({ status: 'incomplete', script: { text: null } })
    expect(JSON.stringify(outcome)).toContain(words)
    expect(delivered).toEqual([])
    expect(desk.phrases.get(phrase.id).uses).toBe(0)
  })

  it('delivers the wording that the agent chose, and none in place of one that is gone', async () => {
    const variants = [{ buyerTypes: ['returning' as const], body: '老朋友了，给您包邮' }]
    const { delivered, use } = withPhrase({ variants })
    await use({ variant: 0 })
    await use({ variant: null })
    await use({ buyer: RETURNING })
    expect(delivered).toEqual(['老朋友了，给您包邮', '亲，满198元包邮', '老朋友了，给您包邮'])
    await expect(use({ variant: 1 })).rejects.toThrow('这个说法刚被改掉了')
    expect(delivered).toHaveLength(3)
  })

  it.each(['paste', 'copy'] as const)(
    'delivers nothing of a team’s phrase with blocked words, by %s',
    async (mode) => {
      const dataDir = temporaryFolder()
      const { phrase, delivered, use } = withPhrase({ body: '优惠在微信上给您' }, PASTED, dataDir)
      giveToTeam(dataDir, phrase.id)
      expect(await use({ mode })).toMatchObject({
        status: 'incomplete',
        script: { text: null, refusals: [{ reason: expect.stringContaining('微信') }] },
      })
      expect(delivered).toEqual([])
    },
  )

  it('delivers a team’s phrase that is only warned of, and blocked words in one’s own', async () => {
    const dataDir = temporaryFolder()
    const teams = withPhrase({ body: '这款是最佳选择' }, PASTED, dataDir)
    giveToTeam(dataDir, teams.phrase.id)
    expect(await teams.use()).toMatchObject({ status: 'pasted' })
    expect(await withPhrase({ body: '优惠在微信上给您' }).use()).toMatchObject({ status: 'pasted' })
  })

  it('tells what the delivered text has promised, with the remark; of what was not delivered nothing', async () => {
    const promising = { body: '今天发货，给您走顺丰' }
    expect(await withPhrase(promising).use()).toEqual({
      ...PASTED,
      next: null,
      promise: {
        promises: ['今天发货', '走顺丰'],
        remark: '已答应买家 时间：今天发货；快递：走顺丰 客服 2026-11-11',
      },
    })
    const failed: PasteOutcome = { status: 'failed', message: '剪贴板被别的程序占用' }
    expect(await withPhrase(promising, failed).use()).toEqual(failed)
  })

  it('does not count a use that failed', async () => {
    const { desk, phrase, use } = withPhrase({}, { status: 'failed', message: '剪贴板被别的程序占用' })
    await use()
    expect(desk.phrases.get(phrase.id).uses).toBe(0)
  })

  it('that was pasted is not called a failure because it could not be counted', async () => {
    const dataDir = temporaryFolder()
    const { use } = withPhrase({}, PASTED, dataDir)
    const library = new Database(path.join(dataDir, DATABASE_FILE))
    library.exec(
      "CREATE TRIGGER full BEFORE INSERT ON usage_events BEGIN SELECT raise(ABORT, 'disk is full'); END",
    )
    library.close()
    expect(await use()).toEqual({ ...PASTED, promise: null, next: null })
  })
})

describe('a phrase of several parts', () => {
  const SEQUENCE = {
    body: '亲，{{ 订单.编号 }} 的尺码看这张图',
    further: [{ body: '订单 {{ 订单.编号 }} 今天发出' }],
  }

  it('is delivered part by part, each filled from the same blanks, and counted once', async () => {
    const { desk, phrase, delivered, returns, use } = withPhrase({})
    const { hash } = desk.images.add(png(), '尺码表.png')
    desk.phrases.update(phrase.id, { ...phrase, ...SEQUENCE, images: [hash] })
    for (const part of [0, 1, 2]) await use({ part, blanks: { '订单.编号': '8801' } })
    expect(delivered).toEqual(['亲，8801 的尺码看这张图', `${hash}.png`, '订单 8801 今天发出'])
    expect(returns).toEqual([true, true, false])
    expect(desk.phrases.get(phrase.id).uses).toBe(1)
  })

  it('is not begun while a later message lacks a fact', async () => {
    const { delivered, use } = withPhrase({ further: SEQUENCE.further })
    expect(await use()).toMatchObject({
      status: 'incomplete',
      script: { missing: [{ name: '订单.编号' }], later: [{ kind: 'text', text: null }] },
    })
    expect(delivered).toEqual([])
  })

  it('tells what the part promised that was delivered, not the ones before it', async () => {
    const { use } = withPhrase({ further: [{ body: '亲，今天一定发出' }] })
    expect(await use()).toMatchObject({ promise: null })
    expect(await use({ part: 1 })).toMatchObject({ promise: { promises: expect.any(Array) } })
  })

  it('has no part where it was shortened meanwhile, and says so', async () => {
    const { use } = withPhrase({})
    await expect(use({ part: 1 })).rejects.toThrow('刚被改过')
  })

  it('passes over an image whose file is gone, and refuses to paste it in words', async () => {
    const { desk, phrase, returns, use } = withPhrase({})
    const { hash } = desk.images.add(png(), '尺码表.png')
    desk.phrases.update(phrase.id, { ...phrase, images: [hash] })
    rmSync(path.join(desk.dataDir, 'images'), { recursive: true })
    await use()
    expect(returns).toEqual([false])
    await expect(use({ part: 1 })).rejects.toThrow('不见了')
  })

  it('of a team is held back when any of its messages may not be sent', async () => {
    const dataDir = temporaryFolder()
    const { desk, phrase, use } = withPhrase({ further: [{ body: '加微信 abc123 领红包' }] }, PASTED, dataDir)
    giveToTeam(dataDir, phrase.id)
    expect(await use()).toMatchObject({ status: 'incomplete' })
    await desk.ready()
    const { hits } = await desk.phrases.search({
      text: '',
      limit: 5,
      step: null,
      filters: {},
      productId: null,
      buyer: null,
    })
    expect(hits[0]?.blockedBy).toContain('团队话术不能发')
  })

  it('is found by what its second message says, and says how many it has', async () => {
    const { desk } = withPhrase({ further: [{ body: '尺码偏小请拍大一码' }] })
    await desk.ready()
    const { hits } = await desk.phrases.search({
      text: '偏小',
      limit: 5,
      step: null,
      filters: {},
      productId: null,
      buyer: null,
    })
    expect(hits[0]).toMatchObject({ title: '包邮说明', messageCount: 2, imageCount: 0 })
  })
})
