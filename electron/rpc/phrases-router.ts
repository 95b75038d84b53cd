import { z } from 'zod'
import { PHRASE_LIMITS, PHRASE_SOURCES, PhraseDraft } from '../../shared/model/phrase.ts'
import { BulkChange, MOST_IDS, PhraseChoice, PhraseQuery } from '../../shared/model/phrase-listing.ts'
import { BUYER_TYPES, STEPS } from '../../shared/model/steps.ts'
import { Id, Ids, InConversation, QueryText } from './inputs.ts'
import { procedure, router } from './trpc.ts'

const MOST_ROWS_AT_ONCE = 500

/** The library's phrases: found, listed, written. See `electron/desk/phrases`. */
export const phrasesRouter = router({
  search: procedure
    .input(
      InConversation.extend({
        text: QueryText,
        limit: z.int().min(1).max(200).default(50),
        step: z.enum(STEPS).nullable().default(null),
        /** See `FindRequest`: only what a person typed is ever counted as a search that found nothing. */
        typedIn: z.int().min(0).nullable().default(null),
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
  /** A page of the table of phrases. */
  rows: procedure
    .input(
      z.object({ query: PhraseQuery, offset: z.int().min(0), limit: z.int().min(1).max(MOST_ROWS_AT_ONCE) }),
    )
    .query(({ ctx, input: { query, ...page } }) => ctx.desk.phrases.rows(query, page)),
  /** The phrases in a stretch of the table. */
  idsBetween: procedure
    .input(
      z
        .object({ query: PhraseQuery, from: z.int().min(0), to: z.int().min(0) })
        .refine(({ from, to }) => to - from < MOST_IDS, `一次最多选 ${MOST_IDS} 条，要选全部请按 Ctrl+A`),
    )
    .query(({ ctx, input: { query, from, to } }) => ctx.desk.phrases.idsBetween(query, from, to)),
  /** In which row of the table a phrase stands. */
  placeOf: procedure
    .input(z.object({ query: PhraseQuery, id: Id }))
    .query(({ ctx, input: { query, id } }) => ctx.desk.phrases.placeOf(query, id)),
  tags: procedure.query(({ ctx }) => ctx.desk.phrases.tags()),
  /** Does one thing to many phrases at once; answers how many it changed. */
  change: procedure
    .input(z.object({ choice: PhraseChoice, change: BulkChange }))
    .mutation(({ ctx, input: { choice, change } }) => ctx.desk.phrases.change(choice, change)),
  /** Which phrase has this code, for whoever is about to give it to another; null when it is free. */
  codeHolder: procedure
    .input(z.object({ code: z.string().trim().min(1).max(PHRASE_LIMITS.code), exceptId: Id.nullable() }))
    .query(({ ctx, input: { code, exceptId } }) => {
      const holder = ctx.desk.phrases.find(code)
      return holder && holder.id !== exceptId ? { title: holder.title } : null
    }),
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
