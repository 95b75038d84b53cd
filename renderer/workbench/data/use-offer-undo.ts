import { useCallback } from 'react'
import { rpc } from '../../client/index.ts'
import { undoStrings } from '../strings/undo.ts'
import { useNotice } from './use-notice.tsx'

/** One place for all that tells of the library's steps: an offer is over once something else was done or undone. */
export const STEP_NOTICE = 'step'

/** Says what was done just now to the library, and offers to undo that very step for a few seconds. */
export function useOfferUndo() {
  const notice = useNotice()
  return useCallback(
    async (done: string) => {
      const { undo } = await rpc.undo.state.query()
      if (!undo) return notice.done(done)
      const takeBack = () => {
        rpc.undo.undo
          .mutate({ step: undo.id })
          .then(({ done: { label } }) => notice.done(undoStrings.undone(label)), notice.failed)
      }
      notice.undoable(done, takeBack, STEP_NOTICE)
    },
    [notice],
  )
}
