import { z } from 'zod'

/** What belongs to this machine and this agent rather than to the library. Kept in `settings.json`. */
export const Settings = z.object({
  /** Electron accelerator, e.g. `Control+Alt+Space`. */
  hotkey: z.string().min(1).max(60).default('Control+Alt+Space'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Panel size in DIP. */
  panel: z
    .object({ width: z.int().min(560).max(1600), height: z.int().min(360).max(1200) })
    .default({ width: 760, height: 480 }),
  /** What is kept of buyers, encrypted, and for how many days after they were last seen. */
  buyers: z
    .object({ keep: z.boolean(), retentionDays: z.int().min(7).max(365) })
    .default({ keep: true, retentionDays: 90 }),
  /** Where backups go; null for the data folder's own. */
  backupFolder: z.string().min(1).max(400).nullable().default(null),
})
export type Settings = z.infer<typeof Settings>
export type SettingsPatch = Partial<Settings>
