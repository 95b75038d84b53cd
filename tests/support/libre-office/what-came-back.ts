import { isDeepStrictEqual } from 'node:util'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import type { Phrase } from '../../../shared/model/phrase.ts'
import type { PhraseImportOutcome } from '../../../shared/model/phrase-transfer.ts'

interface CameBack {
  outcome: PhraseImportOutcome
  /** What phrases of the library say now that they did not, by their title before. */
  changes: Record<string, Partial<Phrase>>
  added: Phrase[]
}

/** Imports a workbook and tells what that changed, phrase by phrase. */
export async function whatCameBack(desk: Desk, bytes: Uint8Array): Promise<CameBack> {
  const before = new Map(everything(desk).map((phrase) => [phrase.id, phrase]))
  const outcome = await desk.imports.apply({ name: '黄金六秒话术.xlsx', bytes })
  const after = everything(desk)
  return {
    outcome,
    changes: Object.fromEntries(
      after.flatMap((phrase) => {
        const was = before.get(phrase.id)
        const changed = was ? differences(was, phrase) : {}
        return was && Object.keys(changed).length > 0 ? [[was.title, changed]] : []
      }),
    ),
    added: after.filter(({ id }) => !before.has(id)),
  }
}

const everything = (desk: Desk) => desk.phrases.list({ offset: 0, limit: 1000 }).phrases

function differences(was: Phrase, is: Phrase): Partial<Phrase> {
  const { updatedAt: _, groupId: __, ...said } = is
  return Object.fromEntries(
    Object.entries(said).filter(([name, value]) => !isDeepStrictEqual(value, was[name as keyof Phrase])),
  )
}
