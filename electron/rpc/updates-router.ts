import { UpdateSettings } from '../../shared/model/updates.ts'
import { procedure, router } from './trpc.ts'

/** Newer versions of the program itself. Only the Electron shell has them. */
export const updatesRouter = router({
  state: procedure.query(({ ctx }) => ctx.desktop.updates()),
  check: procedure.mutation(({ ctx }) => ctx.desktop.checkForUpdates()),
  postpone: procedure.mutation(({ ctx }) => ctx.desktop.postponeUpdate()),
  /** The page has asked what should become of unsaved changes. */
  restart: procedure.mutation(({ ctx }) => ctx.desktop.restartToUpdate()),
  choose: procedure.input(UpdateSettings).mutation(({ ctx: { desk, desktop }, input }) => {
    desk.settings.update({ updates: input })
    return desktop.updates()
  }),
})
