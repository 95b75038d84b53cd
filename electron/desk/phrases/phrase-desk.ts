import type { GroupPlace } from '../../../shared/model/group-place.ts'
import type { Phrase, PhraseDraftInput } from '../../../shared/model/phrase.ts'
import type { BulkChange, PhraseChoice } from '../../../shared/model/phrase-listing.ts'
import { stepLabels } from '../undo/step-labels.ts'
import { AT_ONCE, type UndoDesk } from '../undo/undo-desk.ts'
import type { LibrarySearch } from './library-search.ts'
import type { PhraseBook } from './phrase-book.ts'
import type { ChangeMany } from './phrase-bulk.ts'
import type { createPhraseFinder } from './phrase-finder.ts'
import type { PhraseGroups } from './phrase-groups.ts'
import type { PhraseListing } from './phrase-listing.ts'

interface Around {
  book: PhraseBook
  groups: PhraseGroups
  listing: PhraseListing
  changeMany: ChangeMany
  changeBeside: UndoDesk['changeBeside']
  find: ReturnType<typeof createPhraseFinder>
  search: LibrarySearch
  record: UndoDesk['record']
  /** Runs what it is given after what other programs wrote is known. */
  upToDate: <Args extends unknown[], Result>(act: (...args: Args) => Result) => (...args: Args) => Result
  /** Tells every page that the library has changed. */
  tell: () => void
}

/** What the program can do with phrases and their groups: each is one step to undo, known to the search, told to all. */
export function createPhraseDesk({
  book,
  groups,
  listing,
  changeMany,
  changeBeside,
  find,
  search,
  record,
  upToDate,
  tell,
}: Around) {
  function written<T>(phrases: readonly Phrase[], result: T): T {
    search.upsert(phrases)
    tell()
    return result
  }

  /** The names of groups are searched with their phrases, so a change of the tree touches the index of many. */
  function rearranged<T>(result: T): T {
    search.reload()
    tell()
    return result
  }

  async function change(choice: PhraseChoice, what: BulkChange): Promise<number> {
    const chosen = await listing.idsOf(choice)
    if (chosen.length > AT_ONCE) return changeBeside(chosen, what)
    const changed = record(
      (ids) => stepLabels.changePhrases(what, ids.length),
      () => changeMany(chosen, what),
    )
    if (changed.length === 0) return 0
    if (what.kind === 'remove') search.remove(changed)
    else search.upsert(book.pick(changed))
    tell()
    return changed.length
  }

  return {
    phrases: {
      get: upToDate(book.get),
      find: upToDate(book.find),
      list: upToDate(book.list),
      search: upToDate(find),
      rows: upToDate(listing.rows),
      idsBetween: upToDate(listing.idsBetween),
      placeOf: upToDate(listing.placeOf),
      tags: upToDate(listing.tags),
      /** Does one thing to many phrases; returns how many it changed. @throws as `ChangeMany` */
      change: upToDate(change),
      create: upToDate((draft: PhraseDraftInput) => {
        const phrase = record(stepLabels.createPhrase(draft.title), () => book.create(draft))
        return written([phrase], phrase)
      }),
      update: upToDate((id: string, draft: PhraseDraftInput) => {
        const phrase = record(stepLabels.updatePhrase(draft.title), () => book.update(id, draft))
        return written([phrase], phrase)
      }),
      setPinned: upToDate((id: string, pinned: boolean) => {
        const phrase = record(
          ({ title }) => stepLabels.pinPhrase(title, pinned),
          () => book.setPinned(id, pinned),
        )
        return written([phrase], phrase)
      }),
      remove: upToDate((ids: readonly string[]) => {
        record(stepLabels.removePhrases(ids.length), () => book.remove(ids))
        search.remove(ids)
        tell()
      }),
      restore: upToDate((ids: readonly string[]) => {
        const phrases = record(stepLabels.restorePhrases(ids.length), () => book.restore(ids))
        return written(phrases, phrases)
      }),
    },

    groups: {
      list: upToDate(groups.list),
      create: upToDate((name: string, parentId: string | null) => {
        const group = record(stepLabels.createGroup(name), () => groups.create(name, parentId))
        tell()
        return group
      }),
      rename: upToDate((id: string, name: string) =>
        rearranged(record(stepLabels.renameGroup(name), () => groups.rename(id, name))),
      ),
      move: upToDate((id: string, place: GroupPlace) =>
        rearranged(
          record(
            ({ name }) => stepLabels.moveGroup(name),
            () => groups.move(id, place),
          ),
        ),
      ),
      merge: upToDate((id: string, into: string) =>
        rearranged(
          record(
            ({ name }) => stepLabels.mergeGroup(name),
            () => groups.merge(id, into),
          ),
        ),
      ),
      remove: upToDate((id: string, moveTo: string | null) =>
        rearranged(record(stepLabels.removeGroup, () => groups.remove(id, moveTo))),
      ),
    },
  }
}
