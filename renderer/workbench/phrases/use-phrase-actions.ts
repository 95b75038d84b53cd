import { useMemo } from 'react'
import { rpc } from '../../client/index.ts'
import { useNotice } from '../data/use-notice.tsx'
import { useOfferUndo } from '../data/use-offer-undo.ts'
import { strings } from '../strings.ts'

/** What the list does with phrases; the desk tells every page afterwards, so nothing is refreshed by hand. */
export function usePhraseActions() {
  const notice = useNotice()
  const offerUndo = useOfferUndo()
  return useMemo(
    () => ({
      /** Deletes, and offers the way back. @returns whether it was done */
      async remove(ids: readonly string[]): Promise<boolean> {
        try {
          await rpc.phrases.remove.mutate([...ids])
          await offerUndo(strings.phrases.deleted(ids.length))
        } catch (error) {
          notice.failed(error)
          return false
        }
        return true
      },

      setPinned(id: string, pinned: boolean) {
        rpc.phrases.setPinned.mutate({ id, pinned }).catch(notice.failed)
      },
    }),
    [notice, offerUndo],
  )
}
