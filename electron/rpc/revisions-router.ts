import { z } from 'zod'
import { Id } from './inputs.ts'
import { procedure, router } from './trpc.ts'

/** What phrases said before they were changed. */
export const revisionsRouter = router({
  list: procedure.input(Id).query(({ ctx, input }) => ctx.desk.revisions.list(input)),
  restore: procedure
    .input(z.object({ phraseId: Id, revision: z.int().min(1) }))
    .mutation(({ ctx, input }) => ctx.desk.revisions.restore(input.phraseId, input.revision)),
})
