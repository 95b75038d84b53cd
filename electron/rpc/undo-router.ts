import { z } from 'zod'
import { procedure, router } from './trpc.ts'

/** The step that is meant, when it must be no other; left out, the next. */
const Step = z.object({ step: z.int().min(1) }).optional()

/** The session's steps, undone and done again one by one; see `electron/desk/undo`. */
export const undoRouter = router({
  state: procedure.query(({ ctx }) => ctx.desk.undo.state()),
  undo: procedure.input(Step).mutation(({ ctx, input }) => ctx.desk.undo.undo(input?.step)),
  redo: procedure.input(Step).mutation(({ ctx, input }) => ctx.desk.undo.redo(input?.step)),
})
