import { readMarkup } from './markup.ts'
import { unescaped } from './unescaped.ts'

/** The texts of a workbook by number, as cells name them. */
export interface SharedStrings {
  /** Undefined when there is none of this number. */
  get(index: number): string | undefined
}

export const NO_STRINGS: SharedStrings = { get: () => undefined }

const BYTES_A_UNIT = 2

/**
 * Reads the table of texts. They are kept end to end outside of the heap: there are as many of them as cells, and as
 * objects they would take several times their length.
 *
 * @throws Unreadable
 */
export async function readSharedStrings(pieces: AsyncIterable<string>): Promise<SharedStrings> {
  let bytes = Buffer.allocUnsafe(1024 * 1024)
  let used = 0
  const ends: number[] = []
  let text = ''
  let inText = false
  let inPhonetics = false

  function keep(): void {
    const needed = used + text.length * BYTES_A_UNIT
    if (needed > bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, bytes.length * 2))
      bytes.copy(larger, 0, 0, used)
      bytes = larger
    }
    used += bytes.write(text, used, 'utf16le')
    ends.push(used)
  }

  await readMarkup(pieces, {
    open(tag) {
      if (tag === 'si') text = ''
      else if (tag === 'rPh') inPhonetics = true
      else if (tag === 't') inText = !inPhonetics
    },
    text(piece) {
      if (inText) text += piece
    },
    close(tag) {
      if (tag === 't') inText = false
      else if (tag === 'rPh') inPhonetics = false
      else if (tag === 'si') {
        text = unescaped(text).trim()
        keep()
      }
    },
  })
  return {
    get: (index) =>
      ends[index] === undefined
        ? undefined
        : bytes.toString('utf16le', index === 0 ? 0 : ends[index - 1], ends[index]),
  }
}
