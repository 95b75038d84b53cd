import { expect, it } from 'vitest'
import { changesBetween } from '../../../../renderer/workbench/phrases/history/draft-changes.ts'
import { PhraseDraft, type PhraseDraftInput } from '../../../../shared/model/phrase.ts'

const IMAGES = ['a', 'b'].map((letter) => letter.repeat(64))
const draft = (said: Partial<PhraseDraftInput> = {}) =>
  PhraseDraft.parse({ title: '包邮', body: '满99包邮', ...said })
const marked = (before: Partial<PhraseDraftInput>, after: Partial<PhraseDraftInput>) =>
  changesBetween(draft(before), draft(after)).map(
    ({ label, parts }) =>
      `${label}：${parts.map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}${text}`)).join('|')}`,
  )

it.each<[string, Partial<PhraseDraftInput>, Partial<PhraseDraftInput>, string[]]>([
  ['nothing', {}, {}, []],
  ['the text', {}, { body: '满198包邮' }, ['话术内容：满|-99|+198|包邮']],
  ['the title and the code', {}, { title: '运费', code: 'yf' }, ['标题：-包邮|+运费', '快捷编码：+yf']],
  [
    'a wording for some buyers',
    { variants: [{ buyerTypes: ['returning'], body: '老客包邮' }] },
    {},
    ['给老客的说法：-老客包邮'],
  ],
  ['a message that follows', {}, { further: [{ body: '还送运费险' }] }, ['第 2 条消息：+还送运费险']],
  [
    'tags and questions',
    { tags: ['运费'] },
    { tags: ['运费', '大促'], questions: ['包邮吗'] },
    ['标签：运费|+、大促', '买家问法：+包邮吗'],
  ],
  ['the step', {}, { step: 'greet' }, ['环节：-接待|+迎接']],
  ['the dates', {}, { validUntil: '2026-11-11' }, ['有效期：+不限 到 2026-11-11']],
  [
    'one image for another',
    { images: [IMAGES[0]!] },
    { images: [IMAGES[1]!] },
    ['图片：1 张（|-aaaa|+bbbb|）'],
  ],
])('tells %s apart', (_, before, after, expected) => {
  expect(marked(before, after)).toEqual(expected)
})
