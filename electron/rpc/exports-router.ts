import { PhraseExportOptions } from '../../shared/model/phrase-export.ts'
import { procedure, router } from './trpc.ts'

/** Phrases as files for other programs and for spreadsheets. */
export const exportsRouter = router({
  /** What the file would lose, before it is written. */
  preview: procedure.input(PhraseExportOptions).query(({ ctx, input }) => ctx.desk.exports.preview(input)),
  write: procedure.input(PhraseExportOptions).mutation(async ({ ctx, input }) => {
    const { bytes, ...file } = await ctx.desk.exports.write(input)
    return { ...file, content: Buffer.from(bytes).toString('base64') }
  }),
})
