import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../../../electron/desk/transfer/tables/decode-text.ts'

const TEXT = '快捷短语编码,快捷短语,快捷短语分组\nby01,亲，满198包邮哦,迎接\n'

describe('decoding a file as Chinese Windows programs write it', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 BOM', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(TEXT)])],
    ['UTF-16LE', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')])],
    ['GB18030', iconv.encode(TEXT, 'gbk')],
  ] as const)('reads %s and says so', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, text: TEXT, encoding })
  })

  it('reads characters that only GB18030 has, and traditional ones', () => {
    const text = '快捷短语\n㐀𠮷，歡迎光臨\n'
    expect(decodeText(iconv.encode(text, 'gb18030'))).toEqual({ ok: true, text, encoding: 'GB18030' })
  })

  it('keeps emoji', () => {
    const text = '快捷短语\n亲😊👨‍👩‍👧来啦\n'
    expect(decodeText(Buffer.from(text))).toMatchObject({ text, encoding: 'UTF-8' })
  })

  it.each([
    ['an empty file', Buffer.alloc(0), '空的'],
    ['an Excel workbook', Buffer.from('PK\u0003\u0004rest of a zip'), 'xlsx'],
    ['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'xls'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), '图片'],
    ['a program', Buffer.alloc(2048), '不是文本文件'],
  ])('refuses %s in words', (_what, bytes, words) => {
    expect(decodeText(bytes)).toMatchObject({ ok: false, reason: expect.stringContaining(words) })
  })

  it('names the line where a GBK file turns into UTF-8', () => {
    const bytes = Buffer.concat([
      iconv.encode('快捷短语\n欢迎光临小店\n', 'gbk'),
      Buffer.from('今天下单今天发货\n'),
    ])
    expect(decodeText(bytes)).toMatchObject({ ok: false, reason: expect.stringContaining('第 3 行是 UTF-8') })
  })

  it('names the line with bytes that no Chinese encoding has', () => {
    const bytes = Buffer.concat([
      iconv.encode('快捷短语\n欢迎光临\n', 'gbk'),
      Buffer.from([0xff, 0xff, 0x0a]),
    ])
    expect(decodeText(bytes)).toMatchObject({ ok: false, reason: expect.stringContaining('第 3 行') })
  })
})
