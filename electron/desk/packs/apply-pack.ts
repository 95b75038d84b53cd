import { PhraseDraft } from '../../../shared/model/phrase.ts'
import type { PackDecision, PackDecisions } from '../../../shared/model/team.ts'
import { canonicalJson, isSame } from '../../../shared/packs/canonical.ts'
import type { PhraseChange } from '../../../shared/packs/compare.ts'
import { DeskError } from '../desk-error.ts'
import type { PhraseBook } from '../phrases/phrase-book.ts'
import { changesBy, concernedEntries, withLocalGroup } from './held-phrases.ts'
import type { Pack } from './signed-release.ts'
import type { TeamGroups } from './team-groups.ts'
import type { HeldLibrary, TeamLibraries } from './team-libraries.ts'

export interface Applied {
  changes: PhraseChange[]
  notes: string[]
}

/** The kinds of changes that a person must decide. */
const ASKED = [
  'conflict',
  'removed-but-edited',
  'deleted-but-changed',
] as const satisfies PhraseChange['kind'][]

/** Writes what a checked pack brings. The caller holds the transaction, and the leave to write a team's phrases. */
export function createPackApplier({
  libraries,
  book,
  teamGroups,
  newId,
}: {
  libraries: TeamLibraries
  book: PhraseBook
  teamGroups: TeamGroups
  newId: () => string
}) {
  /** The id of a new phrase here: its own, unless somebody's phrase has it. Then nobody's is touched. */
  const idFor = (entryId: string): string =>
    book.isKnown(entryId) || libraries.holderOf('phrase', entryId) !== null ? newId() : entryId

  return {
    /** @throws DeskError `undecided` when a change that is to be decided has no decision */
    apply(library: HeldLibrary, pack: Pack, decisions: PackDecisions): Applied {
      const { contents, unchanged } = pack
      const decided = new Map(Object.entries(decisions))
      const all = changesBy(pack, library.id, libraries, book)
      const declined = all.filter((change) => decided.get(change.id) === 'skip')
      const changes = all.filter((change) => decided.get(change.id) !== 'skip')
      // Something may have been changed here since the person looked: what was left out may be a conflict by now.
      const undecided = changes.filter(isAsked).some(({ id }) => !decided.has(id)) || declined.some(isAsked)
      if (undecided) {
        throw new DeskError('undecided', '有冲突的话术还没有决定用哪一份，没有导入。请先逐条选好')
      }
      // Its entries need the library to be there.
      libraries.save(library)
      const aligned = teamGroups.align(library, contents.groups)
      const { here, container } = aligned
      libraries.save({ ...library, rootGroups: aligned.rootGroups })
      const known = concernedEntries(unchanged, library.id, libraries)
      const localIds = new Map(known.map(({ entryId, localId }) => [entryId, localId]))
      const bases = new Map(known.map(({ entryId, base }) => [entryId, base]))
      const notes: string[] = []
      const leftOut = libraries.leftOut(library.id)
      for (const change of all) {
        const decision = decided.get(change.id)
        if (isLeftOut(decision)) leftOut.add(change.id)
        else if (isWhole(change, decision)) leftOut.delete(change.id)
      }

      /** Removals first: they give back codes that others may take. */
      for (const change of changes) {
        const localId = localIds.get(change.id)
        if (localId && isLeaving(change, decided.get(change.id))) book.remove([localId])
        else if (localId && change.kind === 'removed-but-edited') book.adopt(localId)
      }
      for (const change of declined) decline(change)
      giveUpCodes()
      for (const change of changes) write(change)
      for (const { id, draft } of contents.phrases) {
        const localId = localIds.get(id)
        const base = canonicalJson(draft)
        // What stays is not written: of a large library that is nearly everything, and each row is one more to undo.
        if (localId && base !== bases.get(id))
          libraries.putEntry(library.id, 'phrase', { entryId: id, localId, base, isLeftOut: leftOut.has(id) })
      }
      const published = new Set(contents.phrases.map(({ id }) => id))
      for (const id of localIds.keys()) if (!published.has(id)) libraries.dropEntry(library.id, 'phrase', id)
      teamGroups.removeOthers(library, aligned, contents.groups)
      return { changes, notes }

      /** Nothing of it comes; that it was offered is known, as with a release whose phrase was changed here. */
      function decline({ kind, id }: PhraseChange): void {
        const localId = localIds.get(id)
        if (kind === 'added') localIds.set(id, idFor(id))
        else if (kind === 'removed' && localId) book.adopt(localId)
      }

      /** A code that goes from one phrase to another is free before anybody takes it: two may take each other's. */
      function giveUpCodes(): void {
        const after = changes.flatMap((change) => {
          const draft = draftAfter(change, decided.get(change.id))
          return draft ? [{ change, code: draft.code?.toLowerCase() ?? null }] : []
        })
        const takers = new Map(after.map(({ change, code }) => [code, change.id]))
        for (const { change, code } of after) {
          const localId = localIds.get(change.id)
          const mine = 'mine' in change ? change.mine : null
          const given = mine?.code?.toLowerCase() ?? null
          if (localId && mine && given !== null && given !== code && takers.has(given))
            book.changeChecked(localId, { ...withLocalGroup(mine, here, container), code: null })
        }
      }

      function write(change: PhraseChange): void {
        const wanted = draftAfter(change, decided.get(change.id))
        if (!wanted) return
        const draft = withoutTakenCode(withLocalGroup(wanted, here, container), localIds.get(change.id))
        const localId = localIds.get(change.id)
        if (localId === undefined) {
          localIds.set(change.id, book.addChecked(draft, 'team', idFor(change.id)))
        } else {
          if (change.kind === 'deleted-but-changed' && !bringBack(localId, draft)) return
          book.changeChecked(localId, draft)
        }
      }

      /** False when it is new: it was left out when it was offered first, and was never here. */
      function bringBack(localId: string, draft: PhraseDraft): boolean {
        if (book.isKnown(localId)) return book.restore([localId]).length > 0
        book.addChecked(draft, 'team', localId)
        return false
      }

      function withoutTakenCode(draft: PhraseDraft, ownId: string | undefined): PhraseDraft {
        const holder = draft.code === null ? null : book.find(draft.code)
        if (!holder || holder.id === ownId) return draft
        notes.push(`《${draft.title}》没有带上编码“${draft.code}”：它已被《${holder.title}》使用`)
        return { ...draft, code: null }
      }
    },
  }
}

export const isAsked = ({ kind }: PhraseChange): boolean => ASKED.some((one) => one === kind)

const isLeftOut = (decision: PackDecision | undefined): boolean => decision === 'skip' || decision === 'mine'

/** Whether the phrase is then as the pack has it, and nothing that was left out earlier is missing from it. */
const isWhole = ({ kind }: PhraseChange, decision: PackDecision | undefined): boolean =>
  kind === 'added' || kind === 'changed' || decision === 'theirs'

const isLeaving = ({ kind }: PhraseChange, decision: PackDecision | undefined): boolean =>
  kind === 'removed' || (kind === 'removed-but-edited' && decision === 'theirs')

/** What the phrase says afterwards, its group as in the pack; null when nothing is written. */
function draftAfter(change: PhraseChange, decision: PackDecision | undefined): PhraseDraft | null {
  switch (change.kind) {
    case 'added':
      return change.theirs
    case 'changed':
      return { ...change.theirs, pinned: change.mine.pinned }
    case 'merged':
      return change.draft
    case 'conflict':
      if (decision === 'theirs') return change.draft
      return decision === 'mine'
        ? withMine(change)
        : PhraseDraft.parse({ ...change.draft, ...said(decision) })
    case 'deleted-but-changed':
      return decision === 'theirs' ? change.theirs : null
    case 'removed':
    case 'removed-but-edited':
      return null
  }
}

/** One's own where both changed the same, and what else was published; null when that is what stands here. */
function withMine({ mine, draft, fields }: PhraseChange & { kind: 'conflict' }): PhraseDraft | null {
  const ownFields = Object.fromEntries(fields.map((field) => [field, mine[field]]))
  // Each change is well by itself and both together may not be: then one's own stands whole.
  const { data } = PhraseDraft.safeParse({ ...draft, ...ownFields })
  return data && !isSame(data, mine) ? data : null
}

/** What a person wrote in a conflict; where the phrase stands, and its code, are not asked there. */
function said(decision: PackDecision | undefined): Partial<PhraseDraft> {
  if (typeof decision !== 'object') return {}
  const { groupId: _, code: __, ...rest } = decision
  return rest
}
