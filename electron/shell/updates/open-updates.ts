import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { App } from 'electron'
import { z } from 'zod'
import type { UpdateSettings } from '../../../shared/model/updates.ts'
import { createAttempts, updateMemoryIn } from './attempts.ts'
import { companyPolicyReader } from './company-policy.ts'
import { canReplaceItself, type InstalledAs } from './installed-as.ts'
import { updatePolicy } from './update-policy.ts'
import { createUpdates, systemUpdateClock, type Updates } from './updates.ts'

/** What build/electron-builder.config.cjs writes into the program's package.json. */
const Built = z.object({
  updates: z
    .object({ server: z.string().nullable(), keys: z.array(z.string()) })
    .default({ server: null, keys: [] }),
})

/** Longer than anybody thinks about an answer. */
const NOBODY_AFTER_S = 5 * 60

interface OpenParts {
  app: Pick<App, 'getAppPath' | 'getPath' | 'getVersion' | 'quit'>
  kind: InstalledAs
  settings(): UpdateSettings
  isPanelOpen(): boolean
  /** Whether a window is open in which somebody may have begun something. */
  isAnythingOpen(): boolean
  /** For how long nobody has touched keyboard or mouse, in any program, s. */
  idleSeconds(): number
  onChange(): void
}

/** Updates as this program was built and installed for them. */
export async function openUpdates({
  app,
  kind,
  settings,
  isPanelOpen,
  onChange,
  ...desktop
}: OpenParts): Promise<Updates> {
  const { server, keys } = builtWith(app.getAppPath())
  const readCompanyPolicy = await companyPolicyReader(process.platform, process.env)
  return createUpdates({
    impediment: impedimentOf(kind, keys),
    policy() {
      const company = readCompanyPolicy()
      if (company === 'unreadable') return company
      return updatePolicy({ company, env: process.env, settings: settings(), server })
    },
    canInstall: canReplaceItself(kind),
    async newEngine(address) {
      if (kind === 'source') throw new Error('runs from its sources')
      // Only when it is needed: electron-updater is no part of the start.
      const { createEngine } = await import('./update-engine.ts')
      return createEngine({ address, keys, kind })
    },
    inUse: () => (isPanelOpen() ? '快捷面板还开着，请先收起再更新' : null),
    // macOS ends programs in order at log-off, and its updates with them.
    isNobodyThere: () =>
      kind !== 'mac' && desktop.idleSeconds() >= NOBODY_AFTER_S && !desktop.isAnythingOpen(),
    attempts: createAttempts({
      memory: updateMemoryIn(path.join(app.getPath('userData'), 'update.json')),
      ours: app.getVersion(),
      now: systemUpdateClock.now,
    }),
    quit: () => app.quit(),
    onChange,
    clock: systemUpdateClock,
  })
}

function builtWith(appPath: string): z.infer<typeof Built>['updates'] {
  return Built.parse(JSON.parse(readFileSync(path.join(appPath, 'package.json'), 'utf8'))).updates
}

function impedimentOf(kind: InstalledAs, keys: readonly string[]): string | null {
  if (kind === 'source') return '这是从源代码运行的，由 git 更新'
  if (keys.length === 0) return '这个安装包里没有更新用的公钥，不会自动更新；请向发放它的人要新版'
  return null
}
