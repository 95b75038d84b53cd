import type { DuplicateBecause } from '../../../../shared/model/phrase-transfer.ts'
import type { Database } from '../../database/open-database.ts'
import { bodyHash } from '../../phrases/phrase-book.ts'
import { alikeKey } from './alike.ts'

/** A phrase that a row may be held for: one of the library, or one that an earlier row makes. */
export interface Holder {
  id: string
  /** The row that makes or changes it; null while none has. */
  row: number | null
  isInLibrary: boolean
}

/** By what a phrase is known again. */
export interface Marks {
  /** In lower case; null when it has none. */
  code: string | null
  text: string
  /** As `alikeKey` says. */
  likeness: string | null
}

export function marksOf(code: string | null, body: string): Marks {
  return { code: code?.toLowerCase() ?? null, text: bodyHash(body), likeness: alikeKey(body) }
}

/** What is said already, by the library and by the rows so far. */
export interface Taken {
  byId(id: string): Holder | null
  /** A team's phrase that may only be changed where the team publishes it. */
  isLocked(id: string): boolean
  byCode(code: string): Holder | null
  /** The phrase that a row is held for, the surest reason first. */
  find(marks: Marks): { holder: Holder; because: DuplicateBecause } | null
  /** From now on this is what `holder` is known by, and nothing else. */
  note(holder: Holder, marks: Marks): void
}

interface KnownRow {
  id: string
  code: string | null
  body: string
  body_hash: string
}

const LOCKED = `
  SELECT local_id FROM team_entries JOIN team_libraries ON team_libraries.id = library_id
  WHERE kind = 'phrase' AND role = 'subscriber' AND allows_edits = 0`

export function whatIsTaken(database: Database): Taken {
  const holders = new Map<string, Holder & { marks: Marks }>()
  const byCode = new Map<string, Holder>()
  const byText = new Map<string, Holder>()
  const byLikeness = new Map<string, Holder>()

  function set(holder: Holder, marks: Marks): void {
    holders.set(holder.id, Object.assign(holder, { marks }))
    if (marks.code !== null) byCode.set(marks.code, holder)
    byText.set(marks.text, holder)
    if (marks.likeness !== null) byLikeness.set(marks.likeness, holder)
  }

  function forget({ id }: Holder): void {
    const marks = holders.get(id)?.marks
    if (!marks) return
    const release = (map: Map<string, Holder>, key: string | null) => {
      if (key !== null && map.get(key)?.id === id) map.delete(key)
    }
    release(byCode, marks.code)
    release(byText, marks.text)
    release(byLikeness, marks.likeness)
  }

  // Where several say the same, the oldest is the one that is meant: it is set last.
  const known = database.prepare<[], KnownRow>(
    'SELECT id, code, body, body_hash FROM phrases WHERE deleted_at IS NULL ORDER BY id DESC',
  )
  for (const { id, code, body, body_hash } of known.iterate())
    set(
      { id, row: null, isInLibrary: true },
      { code: code?.toLowerCase() ?? null, text: body_hash, likeness: alikeKey(body) },
    )

  const locked = new Set(database.prepare<[], string>(LOCKED).pluck().all())

  return {
    isLocked: (id) => locked.has(id),
    byId: (id) => holders.get(id) ?? null,
    byCode: (code) => byCode.get(code.toLowerCase()) ?? null,

    find({ code, text, likeness }) {
      const sameCode = code === null ? undefined : byCode.get(code)
      if (sameCode) return { holder: sameCode, because: 'code' }
      const sameText = byText.get(text)
      if (sameText) return { holder: sameText, because: 'text' }
      const alike = likeness === null ? undefined : byLikeness.get(likeness)
      return alike ? { holder: alike, because: 'alike' } : null
    },

    note(holder, marks) {
      forget(holder)
      set(holder, marks)
    },
  }
}
