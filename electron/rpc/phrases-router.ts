import { z } from 'zod'
import { PHRASE_SOURCES, PhraseDraft } from '../../shared/model/phrase.ts'
import { BUYER_TYPES, STEPS } from '../../shared/model/steps.ts'
import { Id, Ids, InConversation, QueryText } from './inputs.ts'
import { procedure, router } from './trpc.ts'

/** The library's phrases: found, listed, written. See `electron/desk/phrases`. */
export const phrasesRouter = router({
  search: procedure
    .input(
      InConversation.extend({
        text: QueryText,
        limit: z.int().min(1).max(200).default(50),
        step: z.enum(STEPS).nullable().default(null),
        filters: z
          .object({
            step: z.enum(STEPS).optional(),
            groupId: Id.optional(),
            tag: z.string().max(60).optional(),
            buyerType: z.enum(BUYER_TYPES).optional(),
            source: z.enum(PHRASE_SOURCES).optional(),
            aboutProduct: z.boolean().optional(),
          })
          .default({}),
      }),
    )
    .query(({ ctx, input }) => ctx.desk.phrases.search(input)),
  list: procedure
    .input(
      z.object({
        groupId: Id.nullable().optional(),
        step: z.enum(STEPS).optional(),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .query(({ ctx, input }) => ctx.desk.phrases.list(input)),
  get: procedure.input(Id).query(({ ctx, input }) => ctx.desk.phrases.get(input)),
  create: procedure.input(PhraseDraft).mutation(({ ctx, input }) => ctx.desk.phrases.create(input)),
  update: procedure
    .input(z.object({ id: Id, draft: PhraseDraft }))
    .mutation(({ ctx, input }) => ctx.desk.phrases.update(input.id, input.draft)),
  setPinned: procedure
    .input(z.object({ id: Id, pinned: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.desk.phrases.setPinned(input.id, input.pinned)),
  remove: procedure.input(Ids).mutation(({ ctx, input }) => ctx.desk.phrases.remove(input)),
  restore: procedure.input(Ids).mutation(({ ctx, input }) => ctx.desk.phrases.restore(input)),
})
