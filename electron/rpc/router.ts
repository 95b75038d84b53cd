import { z } from 'zod'
import { Buyer } from '../../shared/model/buyer.ts'
import type { DeskEvent } from '../../shared/model/desktop.ts'
import { GroupName, PHRASE_SOURCES, PhraseDraft } from '../../shared/model/phrase.ts'
import { Settings } from '../../shared/model/settings.ts'
import { ShopProfile } from '../../shared/model/shop.ts'
import { BUYER_TYPES, STEPS } from '../../shared/model/steps.ts'
import { vocabularyWith } from '../desk/scripts/vocabulary.ts'
import { backupsRouter } from './backups-router.ts'
import { customersRouter } from './customers-router.ts'
import { eventsOf } from './events.ts'
import { asFile, Id, Ids, UploadedFile } from './inputs.ts'
import { productsRouter } from './products-router.ts'
import { procedure, router } from './trpc.ts'
import { usePhrase } from './use-phrase.ts'

/** A buyer's whole message may be the query. */
const QueryText = z.string().max(10_000)

const InConversation = z.object({
  productId: Id.nullable().default(null),
  buyer: Buyer.nullable().default(null),
})

const Fill = InConversation.extend({
  phraseId: Id,
  /** What the agent typed for missing facts, by the fact's name. */
  blanks: z.record(z.string().max(60), z.string().max(2000)).default({}),
  /** The wording the agent chose: a variant by its place, null for the body; left out, the one that suits the buyer. */
  variant: z
    .int()
    .min(0)
    .max(BUYER_TYPES.length - 1)
    .nullable()
    .optional(),
})

/** Everything a page may ask. Both hosts serve this one router; every input is validated and bounded here. */
export const appRouter = router({
  app: router({
    state: procedure.query(({ ctx: { desk, desktop, appVersion } }) => ({
      appVersion,
      dataDir: desk.dataDir,
      capabilities: desktop.capabilities(),
      hotkey: desktop.hotkey(),
      settings: desk.settings.read(),
      shop: desk.shop.profile(),
    })),
    events: procedure.subscription(
      ({ ctx: { desk, desktop }, signal }): AsyncIterable<DeskEvent> =>
        eventsOf([desk.onEvent, desktop.onEvent], signal),
    ),
  }),

  panel: router({
    hide: procedure.mutation(({ ctx }) => ctx.desktop.hidePanel()),
    show: procedure.mutation(({ ctx }) => ctx.desktop.showPanel()),
    openWorkbench: procedure.mutation(({ ctx }) => ctx.desktop.openWorkbench()),
  }),

  phrases: router({
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
  }),

  groups: router({
    list: procedure.query(({ ctx }) => ctx.desk.groups.list()),
    create: procedure
      .input(z.object({ name: GroupName, parentId: Id.nullable() }))
      .mutation(({ ctx, input }) => ctx.desk.groups.create(input.name, input.parentId)),
    rename: procedure
      .input(z.object({ id: Id, name: GroupName }))
      .mutation(({ ctx, input }) => ctx.desk.groups.rename(input.id, input.name)),
    remove: procedure
      .input(z.object({ id: Id, moveTo: Id.nullable() }))
      .mutation(({ ctx, input }) => ctx.desk.groups.remove(input.id, input.moveTo)),
  }),

  products: productsRouter,

  customers: customersRouter,

  scripts: router({
    render: procedure
      .input(
        Fill.extend({
          /** The buyer's words that are to be answered, as far as they are known. */
          message: QueryText.default(''),
        }),
      )
      .query(({ ctx: { desk }, input }) =>
        desk.scripts.render(desk.phrases.get(input.phraseId), input, input),
      ),
    /** Renders a draft that is being written, so that its author sees it filled. */
    preview: procedure
      .input(InConversation.extend({ body: z.string().max(10_000) }))
      .query(({ ctx, input }) => ctx.desk.scripts.preview(input.body, input)),
    /** What a script may say, for those who write one. */
    vocabulary: procedure.query(({ ctx }) => vocabularyWith(ctx.desk.products.all())),
    use: procedure
      .input(
        Fill.extend({
          mode: z.enum(['paste', 'copy']),
          step: z.enum(STEPS).nullable().default(null),
          /** What the agent searched by; it teaches the search and is not stored. */
          query: QueryText,
          /** When the panel was shown by the hotkey, ms since 1970; null when it was opened otherwise. */
          shownAt: z.number().nullable().default(null),
        }),
      )
      .mutation(({ ctx, input }) => usePhrase(ctx, input)),
    /** Puts the remark that records a promise on the clipboard. */
    copyRemark: procedure
      .input(z.string().min(1).max(1000))
      .mutation(({ ctx, input }) => ctx.desktop.deliver(input, 'copy')),
  }),

  imports: router({
    preview: procedure
      .input(UploadedFile)
      .mutation(({ ctx, input }) => ctx.desk.imports.preview(asFile(input))),
    // Not `apply`: tRPC keeps that name, and `call` and `then`, for itself.
    add: procedure.input(UploadedFile).mutation(({ ctx, input }) => ctx.desk.imports.apply(asFile(input))),
  }),

  backups: backupsRouter,

  shop: router({
    save: procedure.input(ShopProfile).mutation(({ ctx, input }) => ctx.desk.shop.save(input)),
  }),

  settings: router({
    update: procedure
      .input(Settings.omit({ hotkey: true, backupFolder: true }).partial())
      .mutation(({ ctx: { desk, desktop }, input }) => {
        const settings = desk.settings.update(input)
        desktop.setTheme(settings.theme)
        return settings
      }),
    /** The new key is kept only when it could be registered; the old one stays otherwise. */
    rebindHotkey: procedure.input(z.string().min(1).max(60)).mutation(({ ctx: { desk, desktop }, input }) => {
      const state = desktop.rebindHotkey(input)
      if (state.status === 'registered') desk.settings.update({ hotkey: state.accelerator })
      return state
    }),
  }),

  figures: router({
    sixSeconds: procedure
      .input(z.object({ since: z.number().default(0) }).default({ since: 0 }))
      .query(({ ctx, input }) => ctx.desk.usage.sixSeconds(input.since)),
  }),
})

export type AppRouter = typeof appRouter
