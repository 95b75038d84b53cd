import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import { openDesk } from '../../../electron/desk/open-desk.ts'
import type { PhraseDraftInput } from '../../../shared/model/phrase.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const NOON_11_NOV = Date.UTC(2026, 10, 11, 4)

const find = (text: string) => ({ text, limit: 10, step: null, filters: {}, productId: null, buyer: null })
const draft = (more: Partial<PhraseDraftInput> = {}): PhraseDraftInput => ({
  title: '包邮说明',
  body: '亲，满198元包邮',
  code: 'by01',
  ...more,
})

describe('phrases', () => {
  it('have codes that are theirs alone, without regard to case', () => {
    const desk = openTestDesk()
    desk.phrases.create(draft())
    expect(() => desk.phrases.create(draft({ code: 'BY01', title: '另一条' }))).toThrow(
      '已被《包邮说明》使用',
    )
    const other = desk.phrases.create(draft({ code: 'by02', title: '另一条' }))
    expect(() => desk.phrases.update(other.id, draft({ code: 'By01' }))).toThrow(
      expect.objectContaining({ code: 'code-taken' }),
    )
    expect(desk.phrases.update(other.id, draft({ code: 'BY02', title: '改名' }))).toMatchObject({
      code: 'BY02',
      title: '改名',
    })
  })

  it('are not stored without a text, with a script that does not parse, a group that is gone, or dates the wrong way round', () => {
    const desk = openTestDesk()
    expect(() => desk.phrases.create(draft({ body: ' \n ' }))).toThrow('话术内容不能为空')
    expect(() => desk.phrases.create(draft({ body: '{{ 商品.价格 | 没有这个 }}' }))).toThrow(/第 1 行/)
    expect(() => desk.phrases.create(draft({ groupId: 'gone' }))).toThrow('分组已不存在')
    expect(() => desk.phrases.create(draft({ validFrom: '2026-11-12', validUntil: '2026-11-01' }))).toThrow(
      '生效日期晚于失效日期',
    )
    expect(desk.phrases.list({ offset: 0, limit: 1 }).total).toBe(0)
  })

  it('are written by one program at a time, so that none takes a code between the look and the writing', () => {
    const dataDir = temporaryFolder()
    const attempts: unknown[] = []
    const desk = openTestDesk({
      dataDir,
      newId: () => {
        const other = new Database(path.join(dataDir, DATABASE_FILE), { timeout: 0 })
        try {
          attempts.push(other.exec('BEGIN IMMEDIATE'))
        } catch (error) {
          attempts.push((error as { code: string }).code)
        }
        other.close()
        return `phrase-${attempts.length}`
      },
    })
    desk.phrases.create(draft())
    expect(attempts).toEqual(['SQLITE_BUSY'])
  })

  it('that were deleted are found no more, leave their code free, and can be brought back', async () => {
    const desk = openTestDesk()
    const { id } = desk.phrases.create(draft())
    desk.phrases.remove([id])
    expect((await desk.phrases.search(find('包邮'))).hits).toEqual([])
    expect(() => desk.phrases.get(id)).toThrow(expect.objectContaining({ code: 'not-found' }))
    desk.phrases.restore([id])
    expect((await desk.phrases.search(find('包邮'))).hits).toMatchObject([{ id }])
  })

  it('are not brought back onto a code that another has taken meanwhile', () => {
    const desk = openTestDesk()
    const { id } = desk.phrases.create(draft())
    desk.phrases.remove([id])
    desk.phrases.create(draft({ title: '新的包邮说明' }))
    expect(() => desk.phrases.restore([id])).toThrow('已被《新的包邮说明》使用')
  })

  it('that an agent edits are found by their new words at once', async () => {
    const desk = openTestDesk()
    const { id } = desk.phrases.create(draft())
    await desk.phrases.search(find('包邮'))
    desk.phrases.update(id, draft({ title: '退货运费谁出', body: '运费险会赔付的' }))
    expect((await desk.phrases.search(find('thyf'))).hits).toMatchObject([{ id }])
  })

  it('whose campaign is over come last and say so', async () => {
    const desk = openTestDesk({ now: () => NOON_11_NOV })
    desk.phrases.create(draft({ code: 'a1', title: '双十一满减', validUntil: '2026-11-10' }))
    desk.phrases.create(
      draft({ code: 'a2', title: '双十一满减说明', validFrom: '2026-11-11', validUntil: '2026-11-11' }),
    )
    expect((await desk.phrases.search(find('满减'))).hits).toMatchObject([
      { code: 'a2', validity: 'current', blockedBy: null },
      { code: 'a1', validity: 'expired', blockedBy: '活动已在 2026-11-10 结束' },
    ])
  })

  it('are ranked up by use', async () => {
    const desk = openTestDesk()
    desk.phrases.create(draft({ code: 'a1', title: '发货时间一' }))
    const often = desk.phrases.create(draft({ code: 'a2', title: '发货时间二' }))
    await desk.ready()
    for (let use = 0; use < 5; use++) {
      desk.usage.record({ phraseId: often.id, outcome: 'pasted', step: null, query: 'fh', tookMs: 900 })
    }
    expect((await desk.phrases.search(find('fh'))).hits[0]).toMatchObject({ code: 'a2', uses: 5 })
    expect((await desk.phrases.search(find(''))).hits[0]).toMatchObject({ code: 'a2' })
  })

  it('tell the pages of a use once it counts', () => {
    const desk = openTestDesk()
    const { id } = desk.phrases.create(draft())
    const usesWhenTold: number[] = []
    desk.onEvent(({ kind }) => kind === 'phrase-used' && usesWhenTold.push(desk.usage.sixSeconds(0).uses))
    desk.usage.record({ phraseId: id, outcome: 'pasted', step: null, query: 'fh', tookMs: null })
    expect(usesWhenTold).toEqual([1])
  })
})

describe('what was picked for a message', () => {
  it('comes first for a similar one, and stays on this side of the disk', async () => {
    const dataDir = temporaryFolder()
    const desk = openTestDesk({ dataDir })
    desk.phrases.create(draft({ code: 'a1', title: '发货时间', questions: ['什么时候发货'] }))
    const { id } = desk.phrases.create(draft({ code: 'a2', title: '加急处理', body: '我去催仓库优先安排' }))
    await desk.ready()
    const message = '我赶着后天过生日要用的，你们什么时候能给我寄出来呀'
    desk.usage.record({ phraseId: id, outcome: 'pasted', step: null, query: message, tookMs: null })
    const { hits } = await desk.phrases.search(find('后天生日要用，什么时候能寄出来呢'))
    expect(hits[0]).toMatchObject({ code: 'a2' })
    for (const file of readdirSync(dataDir)) {
      expect(readFileSync(path.join(dataDir, file)).includes('后天过生日')).toBe(false)
    }
  })
})

describe('what the search has worked out', () => {
  it('is kept beside the phrases, and the next start finds by it', async () => {
    const dataDir = temporaryFolder()
    const first = openDesk({ dataDir, empty: true })
    first.phrases.create(draft())
    await first.ready()
    await expect.poll(() => preparedIn(dataDir)).toBe(1)
    await first.close()
    const second = openTestDesk({ dataDir })
    expect((await second.phrases.search(find('baoyou'))).hits).toHaveLength(1)
  })
})

function preparedIn(dataDir: string): unknown {
  const database = new Database(path.join(dataDir, DATABASE_FILE), { readonly: true })
  try {
    return database.prepare('SELECT count(*) FROM phrase_prepared').pluck().get()
  } finally {
    database.close()
  }
}

describe('groups', () => {
  it('hold their phrases and those of their subgroups', () => {
    const desk = openTestDesk()
    const sales = desk.groups.create('售前', null)
    const sizes = desk.groups.create('尺码', sales.id)
    desk.phrases.create(draft({ groupId: sizes.id }))
    desk.phrases.create(draft({ code: 'x', groupId: null }))
    expect(desk.phrases.list({ groupId: sales.id, offset: 0, limit: 10 })).toMatchObject({
      total: 1,
      phrases: [{ groupPath: ['售前', '尺码'] }],
    })
    expect(desk.phrases.list({ groupId: null, offset: 0, limit: 10 }).total).toBe(1)
  })

  it('of one parent have different names', () => {
    const desk = openTestDesk()
    const first = desk.groups.create('售前', null)
    expect(() => desk.groups.create('售前', null)).toThrow(expect.objectContaining({ code: 'name-taken' }))
    expect(desk.groups.create('售前', first.id).parentId).toBe(first.id)
  })

  it('that are deleted give their phrases to the group one chooses, subgroups included', () => {
    const desk = openTestDesk()
    const old = desk.groups.create('旧的', null)
    const inside = desk.groups.create('里面', old.id)
    const kept = desk.groups.create('留下', null)
    const { id } = desk.phrases.create(draft({ groupId: inside.id }))
    expect(() => desk.groups.remove(old.id, inside.id)).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    )
    desk.groups.remove(old.id, kept.id)
    expect(desk.phrases.get(id).groupPath).toEqual(['留下'])
    expect(desk.groups.list().map(({ name }) => name)).toEqual(['留下'])
  })
})

describe('six-second figures', () => {
  it('count every use, and time those that began with the hotkey', () => {
    const desk = openTestDesk({ now: () => NOON_11_NOV })
    const { id } = desk.phrases.create(draft())
    for (const tookMs of [1200, 2500, 9000, null]) {
      desk.usage.record({ phraseId: id, outcome: 'pasted', step: null, query: 'fh', tookMs })
    }
    expect(desk.usage.sixSeconds(NOON_11_NOV - DAY_MS)).toEqual({
      uses: 4,
      p50Ms: 2500,
      p95Ms: 9000,
      withinSixSeconds: 2 / 3,
    })
    expect(desk.usage.sixSeconds(NOON_11_NOV + DAY_MS)).toEqual({
      uses: 0,
      p50Ms: null,
      p95Ms: null,
      withinSixSeconds: null,
    })
  })
})

describe('a script with several wordings', () => {
  it('takes them in turn, and what the preview showed is what is used', () => {
    const desk = openTestDesk()
    const { id } = desk.phrases.create(draft({ body: '{% 随机 %}在的亲{% 或者 %}我在呢{% end随机 %}' }))
    const said = () => desk.scripts.render(desk.phrases.get(id), { productId: null, buyer: null }).text
    const first = said()
    expect(said()).toBe(first)
    desk.usage.record({ phraseId: id, outcome: 'pasted', step: null, query: '', tookMs: null })
    expect(said()).not.toBe(first)
  })
})
