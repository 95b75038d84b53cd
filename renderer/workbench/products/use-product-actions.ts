import { useMemo } from 'react'
import { rpc } from '../../client/index.ts'
import { useNotice } from '../data/use-notice.tsx'
import { strings } from '../strings.ts'

interface Named {
  id: string
  name: string
  shortName: string | null
}

/** What is done to a product as a whole; the desk tells every page afterwards, so nothing is refreshed by hand. */
export function useProductActions() {
  const notice = useNotice()
  return useMemo(
    () => ({
      /** Deletes, and offers the way back. @returns whether it was done */
      async remove({ id, name, shortName }: Named): Promise<boolean> {
        const called = shortName ?? name
        try {
          await rpc.products.remove.mutate([id])
        } catch (error) {
          notice.failed(error)
          return false
        }
        notice.undoable(strings.products.removed(called), () => {
          rpc.products.restore
            .mutate([id])
            .then(() => notice.done(strings.products.restored(called)), notice.failed)
        })
        return true
      },
    }),
    [notice],
  )
}
