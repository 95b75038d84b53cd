import type { PhraseSource } from '../../../shared/model/phrase.ts'
import { PhraseImportOptions } from '../../../shared/model/phrase-transfer.ts'
import { scriptOfImported } from '../../desk/transfer/phrases/braces.ts'
import { filesOfImport } from '../../desk/transfer/phrases/given-files.ts'
import { readPhraseFile } from '../../desk/transfer/phrases/phrase-file.ts'
import { titleFromBody } from '../../desk/transfer/phrases/title.ts'
import { excerptOf } from '../../desk/transfer/tables/excerpt.ts'
import { inputFile } from '../input-file.ts'
import type { StandardStreams } from '../standard-streams.ts'
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
export async function phraseRowsOf(
  path: string,
  source: PhraseSource,
  streams: StandardStreams,
): Promise<PhraseRows> {
  const input = await inputFile(path, streams)
  if (!input.ok) throw new Refused(`${input.reason}。${input.advice}`)
  const files = filesOfImport(new Map([[input.file.name, input.file.bytes]]))
  if (!files.ok) throw new Refused(`${files.reason}。${files.advice}`)
  const reading = await readPhraseFile(files.main, PhraseImportOptions.parse({}), () => null)
  if (!reading.ok) throw new Refused(`${reading.reason}。${reading.advice}`)
  const phrases: CheckedPhrase[] = []
  const unchecked: UncheckedRow[] = []
  for (const { row, code, title, body, fault, id } of reading.file.rows()) {
    const reason = fault ?? (body ? null : '话术内容是空的')
    if (reason !== null) {
      unchecked.push({ row, excerpt: excerptOf(body || code), reason })
      continue
    }
    phrases.push({
      id: null,
      code: code || null,
      title: title || titleFromBody(body),
      row,
      source,
      // Our own files hold scripts; in those of other tools braces may be only braces.
      scripts: [id ? body : scriptOfImported(body)],
      further: [],
      waivers: [],
    })
  }
  return { fileName: files.main.name, phrases, unchecked }
}
