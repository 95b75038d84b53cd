import { z } from 'zod'
import { HOTKEY_IDS } from '../../shared/model/desktop.ts'
import { PasteTarget } from '../../shared/model/paste-target.ts'
import { HOTKEY_SETTINGS, SettingsFromPage } from '../../shared/model/settings.ts'
import { diagnosticsText } from './diagnostics.ts'
import { procedure, router } from './trpc.ts'

/** What belongs to this machine and this agent, and what of it only the surroundings can do. */
export const settingsRouter = router({
  update: procedure.input(SettingsFromPage).mutation(({ ctx: { desk, desktop }, input }) => {
    const named = Object.entries(input).filter(([, value]) => value !== undefined)
    const settings = desk.settings.update(Object.fromEntries(named))
    desktop.setTheme(settings.theme)
    return settings
  }),
  /** The new key is kept only when it could be registered; the old one stays otherwise. */
  rebindHotkey: procedure
    .input(z.object({ id: z.enum(HOTKEY_IDS), accelerator: z.string().min(1).max(60) }))
    .mutation(({ ctx: { desk, desktop }, input: { id, accelerator } }) => {
      const state = desktop.rebindHotkey(id, accelerator)
      if (state.status === 'registered') desk.settings.update({ [HOTKEY_SETTINGS[id]]: state.accelerator })
      return state
    }),
  tryPaste: procedure.input(PasteTarget).mutation(({ ctx, input }) => ctx.desktop.tryPaste(input)),
  startup: procedure.query(({ ctx }) => ctx.desktop.startup()),
  setStartup: procedure.input(z.boolean()).mutation(({ ctx, input }) => ctx.desktop.setStartup(input)),
  /** What helps whoever looks into a report, and tells nothing of the shop or of anybody. */
  diagnostics: procedure.query(async ({ ctx: { desk, desktop, appVersion } }) =>
    diagnosticsText({
      appVersion,
      capabilities: desktop.capabilities(),
      hotkeys: desktop.hotkeys(),
      pastes: desktop.pasteTraces(),
      startup: desktop.startup(),
      settings: desk.settings.read(),
      counts: {
        话术: desk.phrases.list({ offset: 0, limit: 1 }).total,
        商品: desk.products.list().length,
        店铺: desk.shops.list().length,
      },
      sixSeconds: desk.usage.sixSeconds(0),
      problems: (await desk.safekeeping.problems()).length,
    }),
  ),
  /** Null when the data folder opened, else why not. */
  openDataFolder: procedure.mutation(({ ctx: { desk, desktop } }) => desktop.openFolder(desk.dataDir)),
})
