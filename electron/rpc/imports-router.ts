import { z } from 'zod'
import { PhraseImportOptions } from '../../shared/model/phrase-transfer.ts'
import { plainName } from '../../shared/model/text.ts'
import { FilePiece, Id } from './inputs.ts'
import { procedure, router } from './trpc.ts'

const Run = z.object({ id: Id, options: PhraseImportOptions.default(PhraseImportOptions.parse({})) })

/** Phrases from files, step by step: open, give the files, look as often as one likes, add, close. */
export const importsRouter = router({
  open: procedure.mutation(({ ctx }) => ctx.desk.imports.open()),
  give: procedure
    .input(
      FilePiece.extend({
        id: Id,
        /** The file's name, or its place in the folder that was chosen. */
        path: z.string().overwrite(plainName).min(1).max(1000),
      }),
    )
    .mutation(({ ctx, input: { id, path, content, isLast } }) =>
      ctx.desk.imports.give(id, { path, bytes: Buffer.from(content, 'base64'), isLast }),
    ),
  /** What importing would do; null when it was cancelled. How far it is, the event `import-progress` tells. */
  look: procedure.input(Run).mutation(({ ctx, input }) => ctx.desk.imports.look(input.id, input.options)),
  /** As `look`, and does it. */
  add: procedure.input(Run).mutation(({ ctx, input }) => ctx.desk.imports.add(input.id, input.options)),
  /** All that was found, as CSV for a spreadsheet. */
  report: procedure.input(Id).query(({ ctx, input }) => ctx.desk.imports.report(input)),
  cancel: procedure.input(Id).mutation(({ ctx, input }) => ctx.desk.imports.cancel(input)),
  close: procedure.input(Id).mutation(({ ctx, input }) => ctx.desk.imports.close(input)),
})
