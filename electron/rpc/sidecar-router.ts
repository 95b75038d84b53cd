import { z } from 'zod'
import { Id } from './inputs.ts'
import { procedure, router } from './trpc.ts'

/** What the sidecar's page asks of its own window. */
export const sidecarRouter = router({
  state: procedure.query(({ ctx }) => ctx.desktop.sidecar.state()),
  drawOut: procedure.input(z.boolean()).mutation(({ ctx, input }) => ctx.desktop.sidecar.drawOut(input)),
  detach: procedure.mutation(({ ctx }) => ctx.desktop.sidecar.detach()),
  dock: procedure.mutation(({ ctx }) => ctx.desktop.sidecar.dock()),
  takeKeyboard: procedure.mutation(({ ctx }) => ctx.desktop.sidecar.takeKeyboard()),
  giveKeyboardBack: procedure.mutation(({ ctx }) => ctx.desktop.sidecar.giveKeyboardBack()),
  /** Opens a phrase in the workbench, to be changed. */
  edit: procedure
    .input(Id)
    .mutation(({ ctx: { desk, desktop }, input }) =>
      desktop.openWorkbenchAt(`/phrases/${encodeURIComponent(desk.phrases.get(input).id)}`),
    ),
})
