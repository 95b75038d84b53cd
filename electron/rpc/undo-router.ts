import { procedure, router } from './trpc.ts'

/** The session's steps, undone and done again one by one; see `electron/desk/undo`. */
export const undoRouter = router({
  state: procedure.query(({ ctx }) => ctx.desk.undo.state()),
  undo: procedure.mutation(({ ctx }) => ctx.desk.undo.undo()),
  redo: procedure.mutation(({ ctx }) => ctx.desk.undo.redo()),
})
