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
  /** Where it is known; null for one that is not yet. */
  place: number | null
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
  /** One of the library. */
  byId(id: string): Holder | null
  /** A team's phrase that may only be changed where the team publishes it. */
  isLocked(id: string): boolean
  byCode(code: string): Holder | null
  /** The phrase that a row is held for, the surest reason first. */
  find(marks: Marks): { holder: Holder; because: DuplicateBecause } | null
  /** From now on this is what `holder` is known by, and nothing else. Returns its place. */
  note(holder: Holder, marks: Marks): number
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

/** A hundred thousand phrases are held in columns: an object for each, and for its marks, took twice the memory. */
export function whatIsTaken(database: Database): Taken {
  const ids: string[] = []
  /** 0 for none. */
  const rows: number[] = []
  const codes: (string | null)[] = []
  const texts: string[] = []
  const likenesses: (string | null)[] = []
  const byId = new Map<string, number>()
  const byCode = new Map<string, number>()
  const byText = new Map<string, number>()
  const byLikeness = new Map<string, number>()

  function set(place: number, { code, text, likeness }: Marks): void {
    codes[place] = code
    texts[place] = text
    likenesses[place] = likeness
    if (code !== null) byCode.set(code, place)
    byText.set(text, place)
    if (likeness !== null) byLikeness.set(likeness, place)
  }

  function forget(place: number): void {
    const release = (map: Map<string, number>, key: string | null | undefined) => {
      if (key != null && map.get(key) === place) map.delete(key)
    }
    release(byCode, codes[place])
    release(byText, texts[place])
    release(byLikeness, likenesses[place])
  }

  // Where several say the same, the oldest is the one that is meant: it is set last.
  const known = database.prepare<[], KnownRow>(
    'SELECT id, code, body, body_hash FROM phrases WHERE deleted_at IS NULL ORDER BY id DESC',
  )
  for (const { id, code, body, body_hash } of known.iterate()) {
    const place = ids.push(id) - 1
    byId.set(id, place)
    set(place, { code: code?.toLowerCase() ?? null, text: body_hash, likeness: alikeKey(body) })
  }
  const inLibrary = ids.length

  const locked = new Set(database.prepare<[], string>(LOCKED).pluck().all())

  function at(place: number | undefined): Holder | null {
    const id = place === undefined ? undefined : ids[place]
    if (place === undefined || id === undefined) return null
    return { id, row: rows[place] || null, isInLibrary: place < inLibrary, place }
  }

  return {
    isLocked: (id) => locked.has(id),
    byId: (id) => at(byId.get(id)),
    byCode: (code) => at(byCode.get(code.toLowerCase())),

    find({ code, text, likeness }) {
      const sameCode = code === null ? null : at(byCode.get(code))
      if (sameCode) return { holder: sameCode, because: 'code' }
      const sameText = at(byText.get(text))
      if (sameText) return { holder: sameText, because: 'text' }
      const alike = likeness === null ? null : at(byLikeness.get(likeness))
      return alike && { holder: alike, because: 'alike' }
    },

    note({ id, row, place: before }, marks) {
      if (before !== null) forget(before)
      const place = before ?? ids.push(id) - 1
      rows[place] = row ?? 0
      set(place, marks)
      return place
    },
  }
}
