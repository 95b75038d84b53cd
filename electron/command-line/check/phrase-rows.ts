import type { PhraseSource } from '../../../shared/model/phrase.ts'
import { scriptOfImported } from '../../desk/transfer/braces.ts'
import { decodeText } from '../../desk/transfer/decode-text.ts'
import { readPhraseCsv } from '../../desk/transfer/phrase-csv.ts'
import { titleFromBody } from '../../desk/transfer/phrase-plan.ts'
import { inputFile } from '../input-file.ts'
import { Refused } from '../words.ts'
import type { CheckedPhrase, UncheckedRow } from './check-report.ts'

export interface PhraseRows {
  fileName: string
  phrases: CheckedPhrase[]
  unchecked: UncheckedRow[]
}

/**
 * The phrases of a file, read as the import reads it; rows that the import would refuse as duplicates are checked, too.
 *
 * @throws Refused for a file that the import could not read
 */
export function phraseRowsOf(path: string, source: PhraseSource): PhraseRows {
  const input = inputFile(path)
  if (!input.ok) throw new Refused(`${input.reason}。${input.advice}`)
  const { name, bytes } = input.file
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw new Refused(`${decoded.reason}。${decoded.advice}`)
  const table = readPhraseCsv(decoded.text)
  if (!table.ok) throw new Refused(`${table.reason}。${table.advice}`)
  const phrases = table.rows
    .filter(({ body }) => body !== '')
    .map(({ row, code, title, body }) => ({
      id: null,
      code: code || null,
      title: title || titleFromBody(body),
      row,
      source,
      scripts: [scriptOfImported(body)],
      further: [],
      waivers: [],
    }))
  const empty = table.rows
    .filter(({ body }) => body === '')
    .map(({ row, code }) => ({ row, excerpt: code, reason: '快捷短语是空的' }))
  const unchecked = [...table.misshapen, ...empty].toSorted((a, b) => a.row - b.row)
  return { fileName: name, phrases, unchecked }
}
