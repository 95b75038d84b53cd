import { describe, expect, it } from 'vitest'
import { readPhraseFile } from '../../../electron/desk/transfer/phrases/phrase-file.ts'
import { textOfHtml } from '../../../electron/desk/transfer/products/html-text.ts'
import { splitRecords } from '../../../electron/desk/transfer/tables/csv-records.ts'
import { decodeText } from '../../../electron/desk/transfer/tables/decode-text.ts'
import { readTable } from '../../../electron/desk/transfer/tables/read-table.ts'
import { readBuyerLine } from '../../../renderer/panel/conversation/buyer-line.ts'
import { checkWording, gaugeReply, promisesIn, warmerOpening } from '../../../shared/compliance/index.ts'
import { PhraseImportOptions } from '../../../shared/model/phrase-transfer.ts'
import { MAX_IMPORT_BYTES } from '../../../shared/model/transfer.ts'
import { maskPersonal, sensitiveIn } from '../../../shared/privacy/sensitive.ts'
import { PhraseIndex } from '../../../shared/search/index.ts'
import { checkScript, parseScript } from '../../../shared/template/index.ts'
import { ask, phrase } from '../../unit/search/library-of.ts'

/**
 * What takes time by the square of a text's length shows at 20,000 characters already, as the slowest of all; at 200,000
 * it takes a hundred times as long, a minute rather than half a second. Measured is the processor's time, which a crowded
 * machine does not lengthen by much.
 */
const SHORT = 20_000
const LONG = 200_000
const SLOWEST = 3
const LIMIT_MS = 6_000

/** As the router takes it: a buyer's whole message. */
const LONGEST_QUERY = 10_000

/** What regular expressions and hand-written loops stumble over: beginnings that never end, and words that nearly fit. */
const PIECES = [
  ...[
    'a',
    '1',
    '13',
    '1 ',
    '1-',
    '1.',
    '1,',
    '100%',
    ' ',
    '\n',
    '\t',
    '\u200b',
    '\u3000',
    '\ud83d',
    'e\u0301',
  ],
  ...['"', '""', '"a', 'a"', '"a"b,', ',', '=>', '|', '='],
  ...['<', '<a', '<p ', '<p a="', '<!--', '<script', '</', '&', '&#', '&amp', '&a;', 'p '],
  ...['{{', '{%', '}}', '{{ a | ', '{{ "', '{% if a %}', '[', '(', '(('],
  ...[
    '微',
    '微 ',
    '好评返',
    '最',
    '最 ',
    '不',
    '一百',
    '一定',
    '亲',
    '，',
    '省',
    '市区路',
    '浙江省杭州市',
    '1号',
  ],
  ...['宝宝', '孩子1', '1岁', 'http://', 'a.', 'a@', '11010119900101', '顺丰', '今天', '165 ', '50kg'],
]

const repeated = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

const search = PhraseIndex.build([
  phrase('包邮说明', { body: '亲，满198元包邮，偏远地区补运费', questions: ['运费怎么算'] }),
])

async function readPhrases(text: string) {
  const file = { name: '话术.csv', bytes: Buffer.from(text) }
  const reading = await readPhraseFile(file, PhraseImportOptions.parse({}), () => null)
  return reading.ok ? [...reading.file.rows()] : reading
}

const READERS: [name: string, read: (text: string) => unknown][] = [
  ['the decoder of files', (text) => decodeText(Buffer.from(text))],
  ['the decoder of damaged files', (text) => decodeText(Buffer.concat([Buffer.from(text), Buffer.of(0xff)]))],
  ['the table reader', (text) => splitRecords(text, ',')],
  ['the phrase file reader', readPhrases],
  ['the phrase file reader, below a header', (text) => readPhrases(`快捷短语编码,快捷短语\n${text}`)],
  ['the reader of descriptions', textOfHtml],
  ['the wording rules', (text) => checkWording(text)],
  ['what notes a promise', promisesIn],
  ['what weighs a reply', (text) => [gaugeReply(text, text), warmerOpening(text)]],
  ['what finds sensitive words in notes', sensitiveIn],
  ['what masks personal data', maskPersonal],
  ['the script parser', (text) => [parseScript(text), checkScript(text)]],
  ['the line about a buyer', readBuyerLine],
  ['the search', (text) => ask(search, text.slice(0, LONGEST_QUERY))],
]

describe('a text made to take long', () => {
  it.each(READERS)('is answered by %s in time', { timeout: 300_000 }, (_name, read) => {
    const msFor = (piece: string, length: number) => {
      const text = repeated(piece, length)
      const before = process.cpuUsage()
      read(text)
      return process.cpuUsage(before).user / 1000
    }
    const slowest = PIECES.map((piece) => ({ piece, ms: msFor(piece, SHORT) }))
      .toSorted((one, other) => other.ms - one.ms)
      .slice(0, SLOWEST)
    const tooSlow = slowest.map(({ piece }) => ({ piece, ms: msFor(piece, LONG) }))
    expect(tooSlow.filter(({ ms }) => ms > LIMIT_MS)).toEqual([])
  })
})

describe('a table of nothing', () => {
  it.each([
    ['of lines', '\n', /1048576 行/],
    ['of columns', ',', /10000000 个/],
    ['of both', ',\n', /1048576 行/],
  ])('%s, as large as an import may be, is refused before it fills the memory', async (_of, piece, words) => {
    const bytes = Buffer.alloc(MAX_IMPORT_BYTES, piece)
    expect(await readTable({ name: '商品.csv', bytes })).toMatchObject({
      ok: false,
      reason: expect.stringMatching(words),
    })
  })

  it('that is damaged at its very end is told with the line, soon', () => {
    const bytes = Buffer.concat([Buffer.alloc(4_000_000, '\n'), Buffer.of(0xff)])
    expect(decodeText(bytes)).toMatchObject({ ok: false, reason: expect.stringContaining('第 4000001 行') })
  })

  it('whose header names a hundred thousand columns is answered in time', async () => {
    const header = Array.from({ length: 100_000 }, (_, index) => index.toString(36)).join(',')
    expect(await readPhrases(`${header},快捷短语`)).toMatchObject({ ok: false })
  })
})
