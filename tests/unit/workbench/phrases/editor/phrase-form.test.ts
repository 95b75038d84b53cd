import { describe, expect, it } from 'vitest'
import {
  newPhraseForm,
  type PhraseForm,
  phraseFormOf,
  readPhraseForm,
} from '../../../../../renderer/workbench/phrases/editor/phrase-form.ts'
import { type Phrase, PhraseDraft } from '../../../../../shared/model/phrase.ts'

const filled = (changes: Partial<PhraseForm> = {}): PhraseForm => ({
  ...newPhraseForm('g1', 'greet'),
  title: '问候',
  body: '亲，您好',
  ...changes,
})

function problems(form: PhraseForm) {
  const reading = readPhraseForm(form)
  return reading.ok ? [] : reading.problems
}

describe('the form of a phrase', () => {
  it('gives back the very phrase it was opened on', () => {
    const draft = PhraseDraft.parse({
      ...{
        groupId: 'g1',
        code: 'wh01',
        title: '问候',
        body: '亲',
        step: 'greet',
        buyerTypes: ['new'],
        tags: ['开场'],
      },
      ...{
        questions: ['在吗', '有人吗'],
        guard: '商品.库存 <= 5',
        validFrom: '2026-11-01',
        validUntil: '2026-11-11',
      },
      variants: [{ buyerTypes: ['returning'], body: '又见面啦' }],
      waivers: [{ rule: 'superlative', text: '最好', reason: '有检测报告' }],
    })
    const kept = {
      id: '1',
      source: 'personal',
      groupPath: [],
      uses: 0,
      lastUsedAt: null,
      archivedAt: null,
      createdAt: 0,
      updatedAt: 0,
    } as const
    const phrase: Phrase = { ...draft, ...kept, groupPath: [] }
    expect(readPhraseForm(phraseFormOf(phrase))).toEqual({ ok: true, draft })
  })

  it('takes what was left empty as not said', () => {
    expect(readPhraseForm(filled({ code: '  ', questions: '\n 在吗 \n\n', guard: ' ' }))).toMatchObject({
      ok: true,
      draft: { code: null, questions: ['在吗'], guard: null, validFrom: null, validUntil: null },
    })
  })

  it('says what is missing at the field where it is missing', () => {
    expect(problems(filled({ title: ' ', body: '' }))).toEqual([
      { path: ['title'], message: '标题不能为空' },
      { path: ['body'], message: '话术内容不能为空' },
    ])
  })

  it('refuses reversed dates at the second of them', () => {
    expect(problems(filled({ validFrom: '2026-11-12', validUntil: '2026-11-11' }))).toEqual([
      { path: ['validUntil'], message: '生效日期晚于失效日期' },
    ])
  })

  it('names the question that is too long', () => {
    expect(problems(filled({ questions: `在吗\n${'长'.repeat(301)}` }))).toEqual([
      { path: ['questions'], message: '第 2 个问题：一句买家问法最多 300 个字' },
    ])
  })

  it('counts lines as the editor does, however the file that brought the phrase ends them', () => {
    const draft = PhraseDraft.parse({
      title: '问候',
      body: '亲\r\n在',
      variants: [{ buyerTypes: ['new'], body: '您\r\n好' }],
    })
    const phrase: Phrase = {
      ...draft,
      ...{ id: '1', source: 'team', groupPath: [], uses: 0, lastUsedAt: null, archivedAt: null },
      ...{ createdAt: 0, updatedAt: 0 },
    }
    expect(phraseFormOf(phrase)).toMatchObject({ body: '亲\n在', variants: [{ body: '您\n好' }] })
  })

  it('says of a script that does not parse in which wording it is, and where', () => {
    const variants: PhraseForm['variants'] = [{ buyerTypes: ['new'], body: '好\n{{ 客户' }]
    expect(problems(filled({ body: '{% endif %}', variants }))).toMatchObject([
      { path: ['body'], message: expect.stringMatching(/^第 1 行第 1 个字：/) },
      { path: ['variants', 0, 'body'], message: expect.stringMatching(/^第 2 行第 1 个字：/) },
    ])
  })

  it('asks of a wording for whom it is, and lets no kind of buyer have two', () => {
    const variants: PhraseForm['variants'] = [
      { buyerTypes: ['returning'], body: 'a' },
      { buyerTypes: [], body: 'b' },
    ]
    expect(problems(filled({ variants }))).toEqual([
      { path: ['variants', 1, 'buyerTypes'], message: '请选择这个说法适合的买家' },
    ])
    const twice: PhraseForm['variants'] = [
      { buyerTypes: ['returning'], body: 'a' },
      { buyerTypes: ['new', 'returning'], body: 'b' },
    ]
    expect(problems(filled({ variants: twice }))).toEqual([
      { path: ['variants', 1, 'buyerTypes'], message: '“老客”已经有一个说法了，一类买家只能有一个说法' },
    ])
  })

  it('refuses a condition that cannot be read', () => {
    expect(problems(filled({ guard: '商品.库存 <=' }))).toMatchObject([{ path: ['guard'] }])
    expect(problems(filled({ guard: '商品.库存 <= 店铺.紧缺线' }))).toEqual([])
  })
})
