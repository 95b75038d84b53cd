import { z } from 'zod'
import { EntryId } from '../../shared/model/pack.ts'
import { Day, GroupName } from '../../shared/model/phrase.ts'
import { plainName } from '../../shared/model/text.ts'
import { Id } from './inputs.ts'
import { procedure, router } from './trpc.ts'

const LibraryDraft = z.object({
  name: GroupName,
  publisher: z.string().overwrite(plainName).trim().min(1, '请写发布者的名字').max(60),
  rootGroups: z.array(Id).min(1, '请选择要发布的分组').max(500),
  allowsEdits: z.boolean(),
})

const Passphrase = z.string().min(1).max(200).optional()

/** Libraries that a team shares; see `electron/desk/packs`. */
export const teamRouter = router({
  list: procedure.query(({ ctx }) => ctx.desk.team.list()),
  begin: procedure.input(LibraryDraft).mutation(({ ctx, input }) => ctx.desk.team.begin(input)),
  change: procedure
    .input(z.object({ id: EntryId, library: LibraryDraft }))
    .mutation(({ ctx, input }) => ctx.desk.team.change(input.id, input.library)),
  removals: procedure
    .input(z.object({ id: EntryId }))
    .query(({ ctx, input }) => ctx.desk.team.removals(input.id)),
  publish: procedure
    .input(
      z.object({
        id: EntryId,
        message: z.string().trim().min(1).max(500).nullable().default(null),
        mustUpdateBy: Day.nullable().default(null),
      }),
    )
    .mutation(async ({ ctx, input: { id, ...notes } }) => {
      const { bytes, ...published } = await ctx.desk.team.publish(id, notes)
      return { ...published, content: Buffer.from(bytes).toString('base64') }
    }),
  leave: procedure
    .input(z.object({ id: EntryId, phrases: z.enum(['keep', 'remove']) }))
    .mutation(({ ctx, input }) => ctx.desk.team.leave(input.id, input.phrases)),
  writeKey: procedure
    .input(z.object({ id: EntryId, passphrase: Passphrase }))
    .mutation(({ ctx, input }) => ctx.desk.team.writeKey(input.id, input.passphrase)),
  takeKey: procedure
    .input(z.object({ id: EntryId, pem: z.string().min(1).max(4000), passphrase: Passphrase }))
    .mutation(({ ctx, input }) => ctx.desk.team.takeKey(input.id, input.pem, input.passphrase)),
})
