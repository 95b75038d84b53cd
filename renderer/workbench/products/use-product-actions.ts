import { useMemo } from 'react'
import { rpc } from '../../client/index.ts'
import { useNotice } from '../data/use-notice.tsx'
import { useOfferUndo } from '../data/use-offer-undo.ts'
import { strings } from '../strings.ts'

interface Named {
  id: string
  name: string
  shortName: string | null
}

/** What is done to a product as a whole; the desk tells every page afterwards, so nothing is refreshed by hand. */
export function useProductActions() {
  const notice = useNotice()
  const offerUndo = useOfferUndo()
  return useMemo(
    () => ({
      /** Deletes, and offers the way back. @returns whether it was done */
      async remove({ id, name, shortName }: Named): Promise<boolean> {
        try {
          await rpc.products.remove.mutate([id])
          await offerUndo(strings.products.removed(shortName ?? name))
        } catch (error) {
          notice.failed(error)
          return false
        }
        return true
      },
    }),
    [notice, offerUndo],
  )
}
