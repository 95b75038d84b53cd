import iconv from 'iconv-lite'
import type { ExportEncoding } from '../../../../shared/model/phrase-export.ts'

/** The bytes of a text file. What the encoding has no character for is written as `?`; see `charactersLost`. */
export function encodeText(text: string, encoding: ExportEncoding): Uint8Array {
  return encoding === 'gbk' ? iconv.encode(text, 'gbk') : Buffer.from(`\ufeff${text}`)
}

/** The characters of `text` that the encoding does not have, each once, in order. */
export function charactersLost(text: string, encoding: ExportEncoding): string[] {
  if (encoding !== 'gbk') return []
  // As a whole first: nearly every text is without loss.
  if (iconv.decode(iconv.encode(text, 'gbk'), 'gbk') === text) return []
  const characters = new Set(
    Array.from(new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text), (part) => part.segment),
  )
  return [...characters].filter((one) => iconv.decode(iconv.encode(one, 'gbk'), 'gbk') !== one)
}
