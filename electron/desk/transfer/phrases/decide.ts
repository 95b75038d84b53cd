import type { Phrase, PhraseDraft } from '../../../../shared/model/phrase.ts'
import {
  type DuplicateBecause,
  type DuplicateChoice,
  PHRASE_FIELDS,
  type PhraseColumnUse,
  type PhraseImportOptions,
  type RowFate,
} from '../../../../shared/model/phrase-transfer.ts'
import { draftOfRow } from './draft-of-row.ts'
import type { PhraseRow } from './phrase-row.ts'
import { type Holder, type Marks, marksOf, type Taken } from './taken.ts'

/** A phrase as it is to be after the import; `group` null leaves it where it is. */
export interface Writing {
  id: string
  /** As `Taken` has it, of the phrase: rows that say it anew have the same. */
  place: number
  isNew: boolean
  group: readonly string[] | null
  draft: PhraseDraft
  /** As `bodyHash` says. */
  bodyHash: string
}

/** What becomes of a row, and why. */
export interface Decision {
  fate: RowFate
  /** The phrase that the row makes, as far as it could be read. */
  draft: PhraseDraft | null
  write: Writing | null
  duplicate: { because: DuplicateBecause; choice: DuplicateChoice; reason: string } | null
  /** Why it is refused. */
  reason: string | null
  remarks: readonly string[]
}

export interface Surroundings {
  taken: Taken
  /** The phrase of the library with this id. */
  phrase: (id: string) => Phrase
  newId: () => string
  fields: ReadonlySet<PhraseColumnUse>
  options: Pick<PhraseImportOptions, 'onDuplicate' | 'choices'>
}

/** Decides row by row, in the file's order, whether each becomes a phrase, changes one, or cannot and why. */
export function rowDecider({ taken, phrase, newId, fields, options }: Surroundings) {
  const knownOf = (holder: Holder) => (holder.isInLibrary ? phrase(holder.id) : null)

  function decide(row: PhraseRow): Decision {
    const byId = row.id === '' ? null : taken.byId(row.id)
    if (byId?.isInLibrary) return ofItsOwn(row, byId)
    const reading = draftOfRow(row, fields, { known: null, clears: false })
    if (!reading.ok) return refused(reading.reason)
    const { draft, remarks } = reading
    const marks = marksOf(draft.code, draft.body)
    const found = taken.find(marks)
    if (!found) return added(row, draft, remarks, { marks, duplicate: null })

    const { holder, because } = found
    const choice = options.choices[row.row] ?? options.onDuplicate
    const duplicate = { because, choice, reason: sameAs(because, row, holder) }
    if (choice === 'skip') return { fate: 'skip', draft, write: null, duplicate, reason: null, remarks }
    if (choice === 'replace') return { ...replaced(row, holder), duplicate }
    const isFree = draft.code === null || taken.byCode(draft.code) === null
    if (isFree) return added(row, draft, remarks, { marks, duplicate })
    const remark = `编码“${draft.code}”已有人用，这一条没有带编码`
    return added(row, { ...draft, code: null }, [...remarks, remark], {
      marks: { ...marks, code: null },
      duplicate,
    })
  }

  /** A row that carries the id of a phrase says what this phrase says from now on, empty cells included. */
  function ofItsOwn(row: PhraseRow, holder: Holder): Decision {
    if (holder.row !== null) return refused(`话术编号与第 ${holder.row} 行相同`)
    return changed(row, holder, phrase(holder.id), true)
  }

  function replaced(row: PhraseRow, holder: Holder): Decision {
    const known = knownOf(holder)
    if (known) return changed(row, holder, known, false)
    const reading = draftOfRow(row, fields, { known: null, clears: false })
    if (!reading.ok) return refused(reading.reason)
    return written({ ...holder, row: row.row }, reading, row.group)
  }

  function changed(row: PhraseRow, holder: Holder, known: Phrase, clears: boolean): Decision {
    const reading = draftOfRow(row, fields, { known, clears })
    if (!reading.ok) return refused(reading.reason)
    const moves = fields.has('group') && (clears || row.group.length > 0)
    const group = moves && row.group.join('\n') !== known.groupPath.join('\n') ? row.group : null
    if (group === null && saysTheSame(known, reading.draft)) {
      taken.note({ ...holder, row: row.row }, marksOf(known.code, known.body))
      return { fate: 'same', draft: reading.draft, write: null, duplicate: null, reason: null, remarks: [] }
    }
    if (taken.isLocked(known.id)) return refused(`《${known.title}》是团队话术，要在发布它的地方改`)
    return written({ ...holder, row: row.row }, reading, group)
  }

  function added(
    row: PhraseRow,
    draft: PhraseDraft,
    remarks: readonly string[],
    { marks, duplicate }: { marks: Marks; duplicate: Decision['duplicate'] },
  ): Decision {
    const holder = { id: newId(), row: row.row, isInLibrary: false, place: null }
    const place = taken.note(holder, marks)
    const write = { id: holder.id, place, isNew: true, group: row.group, draft, bodyHash: marks.text }
    return { fate: 'add', draft, write, duplicate, reason: null, remarks }
  }

  function written(
    holder: Holder,
    { draft, remarks }: { draft: PhraseDraft; remarks: readonly string[] },
    group: readonly string[] | null,
  ): Decision {
    const codeHolder = draft.code === null ? null : taken.byCode(draft.code)
    if (codeHolder && codeHolder.id !== holder.id)
      return refused(`编码“${draft.code}”已被${nameOf(codeHolder)}使用，请换一个`)
    const marks = marksOf(draft.code, draft.body)
    const place = taken.note(holder, marks)
    const write = { id: holder.id, place, isNew: !holder.isInLibrary, group, draft, bodyHash: marks.text }
    return { fate: 'change', draft, write, duplicate: null, reason: null, remarks }
  }

  function sameAs(because: DuplicateBecause, row: PhraseRow, holder: Holder): string {
    const other =
      holder.row === null || holder.isInLibrary ? `库里的${nameOf(holder)}` : `第 ${holder.row} 行`
    switch (because) {
      case 'code':
        return `编码“${row.code}”与${other}相同`
      case 'text':
        return `内容与${other}相同`
      case 'alike':
        return `内容与${other}只差标点、空格、全半角或繁简`
    }
  }

  function nameOf(holder: Holder): string {
    return holder.isInLibrary ? `《${phrase(holder.id).title}》` : `第 ${holder.row} 行`
  }

  return decide
}

function refused(reason: string): Decision {
  return { fate: 'refuse', draft: null, write: null, duplicate: null, reason, remarks: [] }
}

/** What a file can say of a phrase beside which one it is and where it stands. */
const SAID = PHRASE_FIELDS.filter((field) => field !== 'id' && field !== 'group')

function saysTheSame(known: Phrase, draft: PhraseDraft): boolean {
  return SAID.every((field) => JSON.stringify(known[field]) === JSON.stringify(draft[field]))
}
