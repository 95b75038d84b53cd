import { describe, expect, it } from 'vitest'
import { readPhraseFile } from '../../../../../electron/desk/transfer/phrases/phrase-file.ts'
import { PhraseImportOptions } from '../../../../../shared/model/phrase-transfer.ts'

const reading = (text: string, name = 'base.yml') =>
  readPhraseFile({ name, bytes: Buffer.from(text) }, PhraseImportOptions.parse({}), () => null)

async function rowsOf(text: string) {
  const read = await reading(text)
  if (!read.ok) throw new Error(read.reason)
  return [...read.file.rows()]
}

describe('match files of espanso', () => {
  it('bring trigger, text, label and search terms', async () => {
    const rows = await rowsOf(
      [
        'matches:',
        '  - trigger: ":by"',
        '    replace: |',
        '      满198包邮',
        '      偏远补运费',
        '    label: 包邮说明',
        '    search_terms: [包邮吗, 运费]',
        '  - triggers: [";hi", ";hello"]',
        '    replace: 您好$|$呀',
      ].join('\n'),
    )
    expect(rows).toMatchObject([
      { row: 2, code: 'by', title: '包邮说明', body: '满198包邮\n偏远补运费', questions: ['包邮吗', '运费'] },
      { row: 8, code: 'hi', questions: ['hello'], body: '您好呀', remarks: ['光标位置（$|$）没有带进来'] },
    ])
  })

  it.each([
    ['form', 'form: "您的 [[name]]"', '表单（form）'],
    ['vars', 'replace: "{{t}}"\n    vars: [{name: t, type: date}]', '变量（vars）'],
    ['image_path', 'image_path: a.png', '图片（image_path）'],
    ['html', 'html: <b>x</b>', '网页格式（html）'],
  ])('tell what a phrase cannot do: %s', async (_key, line, words) => {
    const [row] = await rowsOf(`matches:\n  - trigger: x\n    ${line}\n`)
    expect(row?.fault).toContain(words)
  })

  it('tell of a regular expression and of a trigger that is a sentence', async () => {
    const rows = await rowsOf(
      `matches:\n  - regex: "a+"\n    replace: 好\n  - trigger: ${'长'.repeat(40)}\n    replace: 好的\n`,
    )
    expect(rows).toMatchObject([
      { code: '', remarks: [expect.stringContaining('正则')] },
      { code: '', remarks: [expect.stringContaining('不能当编码')] },
    ])
  })

  it('tell what else is in the file', async () => {
    const read = await reading('global_vars: []\nmatches:\n  - {trigger: a, replace: 好}\n')
    expect(read).toMatchObject({ file: { remarks: [{ row: 1, excerpt: 'global_vars' }] } })
  })

  it.each([
    ['no list of matches', 'a: 1', '没有 matches'],
    ['an empty one', 'matches: []', 'matches 是空的'],
    ['a mistake', 'matches:\n  - "x', 'YAML 写法有误'],
    ['references that multiply', bombOfAliases(), '引用'],
    ['depth without end', `matches: ${'['.repeat(100_000)}`, 'YAML'],
    ['5 MB of it', `matches:\n${'  - {trigger: a, replace: b}\n'.repeat(180_000)}`, '4 MB'],
  ])('are refused with %s', { timeout: 30_000 }, async (_what, text, words) => {
    const read = await reading(text)
    expect(read).toMatchObject({ ok: false, reason: expect.stringContaining(words) })
  })

  it('make nothing of tags and of names that every object has', async () => {
    const rows = await rowsOf(
      'matches:\n  - __proto__: {replace: 坏}\n    trigger: a\n    replace: !!js/function "x"\n',
    )
    expect(rows[0]).toMatchObject({ code: 'a', body: 'x' })
    expect(Reflect.get({}, 'replace')).toBeUndefined()
  })
})

function bombOfAliases(): string {
  const levels = Array.from({ length: 9 }, (_, n) =>
    n === 0
      ? 'a0: &a0 [哈,哈,哈,哈,哈,哈,哈,哈,哈]'
      : `a${n}: &a${n} [${Array(9)
          .fill(`*a${n - 1}`)
          .join(',')}]`,
  )
  return `${levels.join('\n')}\nmatches:\n  - trigger: a\n    replace: 好\n    search_terms: *a8\n`
}
