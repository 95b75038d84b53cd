import { isUtf8 } from 'node:buffer'
import type { TextEncoding } from '../../../../shared/model/transfer.ts'

export type DecodedText =
  | { ok: true; text: string; encoding: TextEncoding }
  | { ok: false; reason: string; advice: string }

const SAVE_AS_CSV = '请用 Excel 或 WPS 打开它，另存为“CSV UTF-8(逗号分隔)”后再导入。'

/**
 * Decodes a text file as Chinese Windows programs write them: byte-order marks first, then strict UTF-8, then GB18030
 * (which contains GBK and GB2312). Says in the person's words what else it found.
 *
 * @param said the encoding as a person knows it; null to find it out
 */
export function decodeText(bytes: Uint8Array, said: TextEncoding | null = null): DecodedText {
  if (bytes.length === 0) return { ok: false, reason: '文件是空的', advice: '请检查是不是选错了文件。' }
  const known = knownBinary(bytes)
  if (known) return { ok: false, reason: known, advice: SAVE_AS_CSV }
  if (said !== null) return decodeStrictly(withoutMark(bytes, said), LABELS[said], said)
  if (startsWith(bytes, UTF16_MARK)) return decodeStrictly(bytes.subarray(2), 'utf-16le', 'UTF-16LE')
  if (startsWith(bytes, UTF8_MARK)) return decodeStrictly(bytes.subarray(3), 'utf-8', 'UTF-8 BOM')
  if (looksUtf16(bytes)) return decodeStrictly(bytes, 'utf-16le', 'UTF-16LE')
  if (looksBinary(bytes)) return { ok: false, reason: '这不是文本文件', advice: SAVE_AS_CSV }

  const utf8 = decodeStrictly(bytes, 'utf-8', 'UTF-8')
  if (utf8.ok) return utf8
  const strays = firstLineInUtf8(bytes)
  if (strays !== null) {
    return {
      ok: false,
      reason: `文件里混着两种编码：第 ${strays} 行是 UTF-8，别的行是 GBK`,
      advice: '请用记事本打开，确认文字都正常后，另存为 UTF-8 编码再导入。',
    }
  }
  return decodeStrictly(bytes, 'gb18030', 'GB18030')
}

const LABELS: Readonly<Record<TextEncoding, string>> = {
  'UTF-8': 'utf-8',
  'UTF-8 BOM': 'utf-8',
  'UTF-16LE': 'utf-16le',
  GB18030: 'gb18030',
}
const UTF8_MARK = [0xef, 0xbb, 0xbf]
const UTF16_MARK = [0xff, 0xfe]

function withoutMark(bytes: Uint8Array, encoding: TextEncoding): Uint8Array {
  const mark = encoding === 'UTF-16LE' ? UTF16_MARK : UTF8_MARK
  return encoding !== 'GB18030' && startsWith(bytes, mark) ? bytes.subarray(mark.length) : bytes
}

function decodeStrictly(bytes: Uint8Array, label: string, encoding: TextEncoding): DecodedText {
  try {
    return {
      ok: true,
      text: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes),
      encoding,
    }
  } catch {
    return {
      ok: false,
      reason: `第 ${firstBadLine(bytes, label)} 行有认不出的字符（按 ${encoding} 读）`,
      advice: '文件可能在传输中损坏，或不是 UTF-8/GBK 编码。请重新导出，或用记事本另存为 UTF-8。',
    }
  }
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte)
}

function knownBinary(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return '这是 Excel 工作簿（xlsx）或压缩包，不是 CSV'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return '这是旧版 Excel 文件（xls），不是 CSV'
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return '这是 PDF 文件，不是 CSV'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) || startsWith(bytes, [0xff, 0xd8, 0xff]))
    return '这是图片，不是 CSV'
  return null
}

/** UTF-16LE whose mark was lost: in a table of any language, separators and digits have their zero in the odd bytes. */
function looksUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096)
  let odd = 0
  let even = 0
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 1) odd++
    else even++
  }
  return odd > sample.length / 10 && even < odd / 50
}

/** A stray NUL is a damaged row, told with its number later; many are a file that is no text at all. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096)
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0)
  return zeros > sample.length / 10
}

/** Read as well as can be, the first character that could not be read stands there as U+FFFD. */
function firstBadLine(bytes: Uint8Array, label: string): number {
  const text = new TextDecoder(label).decode(bytes)
  return text.slice(0, text.indexOf('\ufffd')).split('\n').length
}

/**
 * In a file that is not UTF-8 as a whole: the first line that nevertheless is, with at least two Chinese characters.
 * GBK text of that length hardly ever happens to be valid UTF-8, and then it does not decode to Chinese.
 */
function firstLineInUtf8(bytes: Uint8Array): number | null {
  for (const { number, line } of linesBeyondAscii(bytes)) {
    if (!isUtf8(line)) continue
    const chinese = new TextDecoder().decode(line).match(/[\u4e00-\u9fff]/g)
    if ((chinese?.length ?? 0) >= 2) return number
  }
  return null
}

/** Byte by byte, and an object only for the lines that matter: a file may hold millions of others. */
function* linesBeyondAscii(bytes: Uint8Array): Generator<{ number: number; line: Uint8Array }> {
  let number = 1
  let start = 0
  let isBeyond = false
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at] ?? 0x0a
    if (byte >= 0x80) isBeyond = true
    if (byte !== 0x0a) continue
    if (isBeyond) yield { number, line: bytes.subarray(start, at) }
    number++
    start = at + 1
    isBeyond = false
  }
}
