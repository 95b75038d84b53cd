import { z } from 'zod'
import { MOST_MERGED, PhraseMerge } from '../../shared/model/phrase-duplicates.ts'
import { Id } from './inputs.ts'
import { procedure, router } from './trpc.ts'

/** Phrases that say the same or nearly so, and making one of them. */
export const duplicatesRouter = router({
  find: procedure.query(({ ctx }) => ctx.desk.duplicates.find()),
  compare: procedure
    .input(z.array(Id).min(1).max(MOST_MERGED))
    .query(({ ctx, input }) => ctx.desk.duplicates.compare(input)),
  merge: procedure.input(PhraseMerge).mutation(({ ctx, input }) => ctx.desk.duplicates.merge(input)),
})
