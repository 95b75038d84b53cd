import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import { PhraseImportOptions, type PhraseImportOutcome } from '../../../shared/model/phrase-transfer.ts'
import { png } from '../../support/images.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

// What a lead decides while importing, and what becomes of it. One worker starts for each import: mind the count.

const HEADER = '快捷短语编码,快捷短语,快捷短语分组'
const file = (text: string, name = '话术.csv') => ({ name, bytes: Buffer.from(text) })
const all = (desk: Desk) => desk.phrases.list({ offset: 0, limit: 100 }).phrases
const taken = (outcome: PhraseImportOutcome | null) => {
  if (!outcome?.ok) throw new Error(outcome?.reason ?? 'cancelled')
  return outcome
}

describe('rows that the library has already', { timeout: 60_000 }, () => {
  const ROWS = `${HEADER}\nby01,满198包邮,迎接\n,亲，在的哦！,迎接\n`

  it('are found by code, by text and by what texts have in common, and skipped', async () => {
    const desk = openTestDesk()
    desk.phrases.create({ title: '包邮', code: 'BY01', body: '满99包邮' })
    desk.phrases.create({ title: '在吗', body: '親在的哦' })
    desk.phrases.create({ title: '再见', body: '您慢走' })
    const outcome = taken(await desk.imports.apply(file(`${ROWS},您慢走,告别\n,新的一条,告别\n`)))
    expect(outcome).toMatchObject({
      ...{ added: 1, changed: 0, counts: { duplicates: 3 } },
      duplicates: [
        { row: 2, because: 'code', choice: 'skip', reason: '编码“by01”与库里的《包邮》相同' },
        { row: 3, because: 'alike', reason: expect.stringContaining('《在吗》只差标点') },
        { row: 4, because: 'text', reason: '内容与库里的《再见》相同' },
      ],
    })
    expect(all(desk)).toHaveLength(4)
  })

  it('replace what is there, which keeps its id, its uses and all that the file does not say', async () => {
    const desk = openTestDesk()
    const before = desk.phrases.create({ title: '包邮', code: 'BY01', body: '满99包邮', tags: ['物流'] })
    desk.usage.record({ phraseId: before.id, outcome: 'copied', step: null, tookMs: null, query: '' })
    const outcome = taken(await desk.imports.apply(file(ROWS), { onDuplicate: 'replace' }))
    expect(outcome).toMatchObject({ added: 1, changed: 1 })
    expect(desk.phrases.get(before.id)).toMatchObject({
      ...{ code: 'by01', body: '满198包邮', title: '包邮', tags: ['物流'], groupPath: ['迎接'], uses: 1 },
    })
    expect(taken(await desk.imports.apply(file(ROWS), { onDuplicate: 'replace' }))).toMatchObject({
      ...{ added: 0, changed: 0, unchanged: 2 },
    })
  })

  it('are kept beside it, without the code that is taken; each row as it was chosen', async () => {
    const desk = openTestDesk()
    desk.phrases.create({ title: '包邮', code: 'BY01', body: '满99包邮' })
    const outcome = taken(
      await desk.imports.apply(file(`${ROWS}by01,第三种,迎接\n`), {
        onDuplicate: 'keep',
        choices: { 4: 'skip' },
      }),
    )
    expect(outcome).toMatchObject({
      added: 2,
      duplicates: [
        { row: 2, choice: 'keep' },
        { row: 4, choice: 'skip' },
      ],
    })
    expect(outcome.notes).toMatchObject([{ row: 2, reason: expect.stringContaining('没有带编码') }])
    expect(all(desk).map(({ code }) => code)).toEqual(expect.arrayContaining(['BY01', null, null]))
  })
})

describe('groups that are new', { timeout: 60_000 }, () => {
  it('stand in the order of the file, whether old phrases move there or new ones are added', async () => {
    const desk = openTestDesk()
    for (const code of ['a1', 'a2', 'a3']) desk.phrases.create({ title: code, code, body: `内容${code}` })
    const rows = ['a1,内容一,甲', 'new,新的一条,乙', 'a2,内容二,丙', 'a3,内容三,丁']
    const text = `${HEADER}\n${rows.join('\n')}\n`
    taken(await desk.imports.apply(file(text), { onDuplicate: 'replace' }))
    expect(desk.groups.list().map(({ name }) => name)).toEqual(['甲', '乙', '丙', '丁'])
  })
})

describe('our own file, edited and brought back', { timeout: 60_000 }, () => {
  it('changes just what was edited, by the id of each phrase', async () => {
    const desk = openTestDesk()
    const group = desk.groups.create('售前', null)
    const one = desk.phrases.create({
      title: '包邮',
      code: 'by',
      body: '满99包邮',
      groupId: group.id,
      tags: ['物流'],
    })
    const other = desk.phrases.create({ title: '在吗', body: '在的\n请讲', groupId: group.id })
    const rows = [
      `${one.id},by,包邮说明,满198包邮,售前=>物流,接待,`,
      `${other.id},,在吗,"在的\r\n请讲",售前,接待,`,
      `nobody,,新的,新的一条,,,`,
      `${one.id},,再来一次,又是它,,,`,
    ]
    const outcome = taken(
      await desk.imports.apply(
        file(`话术编号,快捷编码,标题,话术内容,分组,环节,标签\n${rows.join('\n')}\n`, '导出.csv'),
      ),
    )
    expect(outcome).toMatchObject({
      ...{ table: { format: 'own' }, added: 1, changed: 1, unchanged: 1 },
      refused: [{ row: 5, reason: '话术编号与第 2 行相同' }],
    })
    expect(desk.phrases.get(one.id)).toMatchObject({
      ...{ title: '包邮说明', body: '满198包邮', groupPath: ['售前', '物流'], tags: [] },
    })
    expect(desk.phrases.get(other.id)).toEqual(other)
  })
})

describe('what a person said of the columns', { timeout: 60_000 }, () => {
  it('holds for the next file with that header, until they say otherwise', async () => {
    const desk = openTestDesk()
    const text = '问,答复\n在吗,在的\n'
    taken(await desk.imports.apply(file(text), { mapping: { 问: 'questions', 答复: 'body' } }))
    const next = taken(await desk.imports.preview(file('问,答复\n包邮吗,包的\n')))
    expect(next).toMatchObject({
      added: 1,
      table: {
        columns: [
          { use: 'questions', because: 'remembered' },
          { use: 'body', because: 'remembered' },
        ],
      },
    })
  })
})

describe('the folder of the V3 tool', { timeout: 60_000 }, () => {
  const TABLE = [
    'V3 请勿修改,,,,',
    '小二,,,,',
    '分组,快捷编码,标题,内容,图片名',
    '售前=>尺码,cm,尺码表,看图哦,尺码.PNG',
    ',,坏图,这张坏了,坏.png；没有.png',
  ].join('\n')

  it('brings its pictures along, as a ZIP too, and tells which are missing', async () => {
    const desk = openTestDesk()
    const zip = zipSync({
      '导出/话术.csv': Buffer.from(TABLE),
      '导出/图片/尺码.png': png(8, 6),
      '导出/图片/坏.png': Buffer.from('no picture'),
    })
    const outcome = taken(await desk.imports.apply({ name: '导出.zip', bytes: zip }))
    expect(outcome).toMatchObject({
      ...{ added: 2, images: { found: 1, missing: ['坏.png', '没有.png'] } },
      notes: [
        { row: 5, reason: expect.stringContaining('图片“坏.png”没有带进来：不是完好的图片') },
        { row: 5, reason: expect.stringContaining('图片“没有.png”没有带进来：没有找到') },
      ],
    })
    const [hash = ''] = desk.phrases.find('cm')?.images ?? []
    expect(desk.images.read(hash)).toMatchObject({ type: 'image/png', name: '尺码.png' })
  })
})

describe('an import taken step by step', { timeout: 60_000 }, () => {
  const options = PhraseImportOptions.parse({})
  const give = (desk: Desk, id: string, text: string) =>
    desk.imports.give(id, { path: '话术.csv', bytes: Buffer.from(text), isLast: true })

  it('is one step of the session, and undone as one', async () => {
    const desk = openTestDesk({ presence: 'host' })
    const id = await desk.imports.open()
    give(desk, id, `${HEADER}\nby01,包邮的,迎接\nby02,不包邮,售后\n`)
    expect(taken(await desk.imports.look(id, options))).toMatchObject({ added: 2, undoStep: null })
    expect(all(desk)).toEqual([])
    const { undoStep } = taken(await desk.imports.add(id, options))
    expect(desk.undo.state().undo).toEqual({ id: undoStep, label: '导入 2 条话术' })
    await desk.undo.undo(undoStep ?? undefined)
    expect(all(desk)).toEqual([])
    expect(desk.groups.list()).toEqual([])
  })

  it('that is cancelled leaves nothing behind, and can be begun again', async () => {
    const desk = openTestDesk()
    const rows = Array.from({ length: 20_000 }, (_, n) => `k${n},第 ${n} 条话术,分组${n % 9}`).join('\n')
    const id = await desk.imports.open()
    give(desk, id, `${HEADER}\n${rows}\n`)
    const stop = desk.onEvent((event) => {
      if (event.kind === 'import-progress' && event.doing === 'checking') desk.imports.cancel(id)
    })
    expect(await desk.imports.add(id, options)).toBeNull()
    stop()
    expect(all(desk)).toEqual([])
    expect(desk.groups.list()).toEqual([])
    expect(taken(await desk.imports.add(id, options))).toMatchObject({ added: 20_000 })
  })

  it('whose program ends while it looks leaves nothing behind', async () => {
    const dataDir = temporaryFolder()
    const desk = openTestDesk({ dataDir })
    const rows = Array.from({ length: 20_000 }, (_, n) => `k${n},第 ${n} 条话术,分组`).join('\n')
    const id = await desk.imports.open()
    give(desk, id, `${HEADER}\n${rows}\n`)
    const ended = desk.imports.look(id, options)
    const refusal = expect(ended).rejects.toThrow('导入意外停止，话术库没有改动')
    await desk.close()
    await refusal
    expect(all(openTestDesk({ dataDir }))).toEqual([])
  })

  it('sees what another program has written since it looked', async () => {
    const dataDir = temporaryFolder()
    const desk = openTestDesk({ dataDir })
    const other = openTestDesk({ dataDir })
    const id = await desk.imports.open()
    give(desk, id, `${HEADER}\nby01,包邮的,迎接\n`)
    expect(taken(await desk.imports.look(id, options))).toMatchObject({ added: 1 })
    other.phrases.create({ title: '包邮', code: 'by01', body: '别处写的' })
    expect(taken(await desk.imports.add(id, options))).toMatchObject({ added: 0, counts: { duplicates: 1 } })
  })

  it('keeps a report of every row of which something is to be said', async () => {
    const desk = openTestDesk()
    const id = await desk.imports.open()
    const many = Array.from({ length: 700 }, (_, n) => `c${n},包邮的,迎接`).join('\n')
    give(desk, id, `${HEADER}\n${many}\n,,迎接\n`)
    const outcome = taken(await desk.imports.look(id, options))
    expect(outcome.duplicates).toHaveLength(500)
    expect(outcome.counts).toMatchObject({ duplicates: 699, refused: 1 })
    const lines = (await desk.imports.report(id)).trim().split('\r\n')
    expect(lines).toHaveLength(701)
    expect(lines.at(-1)).toBe('"702","不能导入","话术内容是空的",""')
  })
})
