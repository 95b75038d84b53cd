import { z } from 'zod'
import { FollowUpDraft, SNOOZES } from '../../shared/model/follow-up.ts'
import { Id, Ids } from './inputs.ts'
import { procedure, router } from './trpc.ts'

/** 跟单: what the shop still owes its buyers. What names a buyer waits until their records are opened. */
export const followUpsRouter = router({
  list: procedure.query(({ ctx }) => ctx.desk.followUps.list()),
  /** For a badge; it opens no record. */
  counts: procedure.query(({ ctx }) => ctx.desk.followUps.counts()),
  create: procedure.input(FollowUpDraft).mutation(({ ctx, input }) => ctx.desk.followUps.create(input)),
  update: procedure
    .input(z.object({ id: Id, draft: FollowUpDraft }))
    .mutation(({ ctx, input }) => ctx.desk.followUps.update(input.id, input.draft)),
  setDone: procedure
    .input(z.object({ ids: Ids, isDone: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.desk.followUps.setDone(input.ids, input.isDone)),
  snooze: procedure
    .input(z.object({ ids: Ids, snooze: z.enum(SNOOZES) }))
    .mutation(({ ctx, input }) => ctx.desk.followUps.snooze(input.ids, input.snooze)),
  remove: procedure.input(Ids).mutation(({ ctx, input }) => ctx.desk.followUps.remove(input)),
  /** Takes a removal back, within the hour. */
  restore: procedure.input(Ids).mutation(({ ctx, input }) => ctx.desk.followUps.restore(input)),
  /** What to say on this occasion, filled for this buyer and product. */
  phrases: procedure.input(Id).query(({ ctx, input }) => ctx.desk.followUps.phrases(input)),
  /** Shows the panel with this buyer and product in hand. */
  openInPanel: procedure
    .input(z.object({ id: Id, query: z.string().max(200) }))
    .mutation(async ({ ctx, input }) => {
      ctx.desktop.showPanel()
      await ctx.desk.followUps.giveToPanel(input.id, input.query)
    }),
})
