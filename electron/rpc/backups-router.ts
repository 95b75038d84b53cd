import path from 'node:path'
import { z } from 'zod'
import { procedure, router } from './trpc.ts'

/** A file's name in the backup folder; the desk takes only those it lists there. */
const Name = z.string().min(1).max(200)

const Folder = z
  .string()
  .trim()
  .min(1, '请填写文件夹')
  .max(400, '路径太长')
  .refine((folder) => path.isAbsolute(folder), '请填写完整的路径，如 D:\\备份')

/** Backups, everything in one file, and what became of a damaged library. */
export const backupsRouter = router({
  state: procedure.query(({ ctx }) => ctx.desk.safekeeping.state()),
  make: procedure.mutation(({ ctx }) => ctx.desk.safekeeping.make()),
  preview: procedure.input(Name).query(({ ctx, input }) => ctx.desk.safekeeping.preview(input)),
  restore: procedure.input(Name).mutation(({ ctx, input }) => ctx.desk.safekeeping.restore(input)),
  /** Null goes back to the data folder's own. */
  chooseFolder: procedure
    .input(Folder.nullable())
    .mutation(({ ctx, input }) => ctx.desk.safekeeping.chooseFolder(input)),
  exportEverything: procedure.mutation(({ ctx }) => ctx.desk.safekeeping.exportEverything(ctx.appVersion)),
  importEverything: procedure
    .input(Name)
    .mutation(({ ctx, input }) => ctx.desk.safekeeping.importEverything(input)),
  recovery: procedure.query(({ ctx }) => ctx.desk.safekeeping.recovery()),
  putRecoveryAway: procedure.mutation(({ ctx }) => ctx.desk.safekeeping.putRecoveryAway()),
})
