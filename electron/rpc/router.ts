import { z } from 'zod'
import type { DeskEvent } from '../../shared/model/desktop.ts'
import { BUYER_TYPES, STEPS } from '../../shared/model/steps.ts'
import { vocabularyWith } from '../desk/scripts/vocabulary.ts'
import { backupsRouter } from './backups-router.ts'
import { channelsRouter } from './channels-router.ts'
import { customersRouter } from './customers-router.ts'
import { duplicatesRouter } from './duplicates-router.ts'
import { eventsOf } from './events.ts'
import { exportsRouter } from './exports-router.ts'
import { followUpsRouter } from './follow-ups-router.ts'
import { groupsRouter } from './groups-router.ts'
import { imagesRouter } from './images-router.ts'
import { importsRouter } from './imports-router.ts'
import { Id, InConversation, QueryText } from './inputs.ts'
import { packsRouter } from './packs-router.ts'
import { copyLastTrace } from './paste-trace-text.ts'
import { phrasesRouter } from './phrases-router.ts'
import { productsRouter } from './products-router.ts'
import { revisionsRouter } from './revisions-router.ts'
import { settingsRouter } from './settings-router.ts'
import { shopsRouter } from './shops-router.ts'
import { sidecarRouter } from './sidecar-router.ts'
import { teamRouter } from './team-router.ts'
import { procedure, router } from './trpc.ts'
import { undoRouter } from './undo-router.ts'
import { updatesRouter } from './updates-router.ts'
import { usePhrase } from './use-phrase.ts'

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
      hotkeys: desktop.hotkeys(),
      settings: desk.settings.read(),
      shop: desk.shop.profile(),
      targets: desktop.targets(),
      shopId: desk.shops.currentId(),
      shops: desk.shops.list(),
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

  sidecar: sidecarRouter,

  phrases: phrasesRouter,

  groups: groupsRouter,

  products: productsRouter,

  customers: customersRouter,

  followUps: followUpsRouter,

  images: imagesRouter,

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
          /** Where it was asked: what is used in the sidecar goes to the chat that this is docked to. */
          from: z.enum(['panel', 'sidecar']).default('panel'),
          /** Which chat the sidecar stood beside when it was clicked; beside another one by now, it is copied. */
          target: z.int().nullable().default(null),
          /** Which part of the phrase: 0 is its first text. */
          part: z.int().min(0).max(99).default(0),
          step: z.enum(STEPS).nullable().default(null),
          /** What the agent searched by; it teaches the search and is not stored. */
          query: QueryText,
          /** When the panel was shown by the hotkey, ms since 1970; null when it was opened otherwise. */
          shownAt: z.number().nullable().default(null),
        }),
      )
      .mutation(({ ctx, input }) => usePhrase(ctx, input)),
    /** Puts how the last paste went on the clipboard: stages and times, nothing of the text. */
    copyTrace: procedure.mutation(({ ctx: { desktop } }) => copyLastTrace(desktop)),
    /** Puts the remark that records a promise on the clipboard. */
    copyRemark: procedure
      .input(z.string().min(1).max(1000))
      .mutation(({ ctx, input }) => ctx.desktop.deliver(input, 'copy')),
  }),

  imports: importsRouter,

  backups: backupsRouter,

  exports: exportsRouter,

  team: teamRouter,

  packs: packsRouter,

  channels: channelsRouter,

  undo: undoRouter,

  revisions: revisionsRouter,

  duplicates: duplicatesRouter,

  shops: shopsRouter,

  settings: settingsRouter,

  updates: updatesRouter,

  figures: router({
    sixSeconds: procedure
      .input(z.object({ since: z.number().default(0) }).default({ since: 0 }))
      .query(({ ctx, input }) => ctx.desk.usage.sixSeconds(input.since)),
  }),
})

export type AppRouter = typeof appRouter
