import type { BulkChange, PhraseChoice } from '../../../../shared/model/phrase-listing.ts'
import { STEP_NAMES } from '../../../../shared/model/steps.ts'
import { rpc } from '../../../client/index.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { useOfferUndo } from '../../data/use-offer-undo.ts'
import { strings } from '../../strings.ts'

const words = strings.phrases.bulk

/** A change as it is asked for; a move says the name of its group, for the notice. */
export type AskedChange =
  | Exclude<BulkChange, { kind: 'move' }>
  | (BulkChange & { kind: 'move'; name: string })

/** Does one thing to many phrases, says to how many, and offers the way back. */
export function useBulkChange(onDone: () => void) {
  const notice = useNotice()
  const offerUndo = useOfferUndo()
  return async (choice: PhraseChoice, asked: AskedChange): Promise<boolean> => {
    try {
      const count = await rpc.phrases.change.mutate({ choice, change: asked })
      if (count === 0) notice.done(words.nothing)
      else await offerUndo(doneWords(asked, count))
    } catch (error) {
      notice.failed(error)
      return false
    }
    onDone()
    return true
  }
}

function doneWords(asked: AskedChange, count: number): string {
  switch (asked.kind) {
    case 'move':
      return words.moved(count, asked.name)
    case 'tag':
      return words.tagged(count)
    case 'untag':
      return words.untagged(count)
    case 'step':
      return words.stepped(count, STEP_NAMES[asked.step])
    case 'dates':
      return words.dated(count)
    case 'archive':
      return asked.archived ? words.archived(count) : words.unarchived(count)
    case 'remove':
      return strings.phrases.deleted(count)
  }
}
