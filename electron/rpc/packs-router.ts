import { z } from 'zod'
import { ImageHash } from '../../shared/model/image.ts'
import { PackDecisions } from '../../shared/model/team.ts'
import { FilePiece, Id } from './inputs.ts'
import { procedure, router } from './trpc.ts'

/** Packs of a team, step by step: open, give the file, look, add, close. One that the system opened is given already. */
export const packsRouter = router({
  open: procedure.mutation(({ ctx }) => ctx.desk.packs.open()),
  give: procedure
    .input(FilePiece.extend({ id: Id }))
    .mutation(({ ctx, input: { id, content, isLast } }) =>
      ctx.desk.packs.give(id, Buffer.from(content, 'base64'), isLast),
    ),
  preview: procedure.input(Id).mutation(({ ctx, input }) => ctx.desk.packs.preview(input)),
  /** Brings a pack in. `trusted`: the fingerprint that the person agreed to, at the first meeting. */
  add: procedure
    .input(
      z.object({
        id: Id,
        trusted: z.string().max(40).nullable().default(null),
        decisions: PackDecisions.default({}),
        /** The manifest that `preview` showed: a file may be another by now. */
        seen: ImageHash.nullable().default(null),
      }),
    )
    .mutation(({ ctx, input: { id, ...consent } }) => ctx.desk.packs.add(id, consent)),
  close: procedure.input(Id).mutation(({ ctx, input }) => ctx.desk.packs.close(input)),
})
