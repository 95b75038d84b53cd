import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import {
  type DecidedBy,
  type UpdatePolicy,
  UpdateServer,
  type UpdateSettings,
} from '../../../shared/model/updates.ts'

/** What a company sets for all users of a machine; it may say more that is none of ours. */
const CompanyFile = z.object({
  updates: z.object({ server: UpdateServer.optional(), isOff: z.boolean().optional() }).default({}),
})
export type CompanyFile = z.infer<typeof CompanyFile>

/**
 * Where an IT department puts it. Elsewhere only administrators can write there; on Windows anybody may create the folder
 * as long as no administrator has (docs/releasing.md), and thereby switch updates off, but have nothing unsigned installed.
 */
export function companyFileOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32')
    return path.win32.join(env.ProgramData ?? 'C:\\ProgramData', 'Golden Six', 'policy.json')
  if (platform === 'darwin') return '/Library/Application Support/Golden Six/policy.json'
  return '/etc/golden-six/policy.json'
}

/** Null where there is none. `unreadable`: there is one, and nobody can say what it wants. */
export function readCompanyFile(file: string): CompanyFile | null | 'unreadable' {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ENOENT' ? null : 'unreadable'
  }
  try {
    // Windows' own editor puts a byte order mark first.
    return CompanyFile.parse(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch {
    return 'unreadable'
  }
}

interface Wishes {
  company: CompanyFile | null
  env: NodeJS.ProcessEnv
  settings: UpdateSettings
  /** What the program was built with. */
  server: string | null
}

/** Who is heard: the company, then the machine's environment, then the person, then the build. */
export function updatePolicy({ company, env, settings, server }: Wishes): UpdatePolicy {
  const named: [DecidedBy, string | null | undefined][] = [
    ['company', company?.updates.server],
    ['environment', env.GOLDEN_SIX_UPDATE_SERVER],
    ['person', settings.server],
    ['build', server],
  ]
  return { server: firstServer(named), ...checksOf(company, env, settings) }
}

function firstServer(named: [DecidedBy, string | null | undefined][]): UpdatePolicy['server'] {
  for (const [by, address] of named) {
    const parsed = UpdateServer.safeParse(address)
    if (parsed.success) return { address: parsed.data, by }
  }
  return null
}

function checksOf(
  company: CompanyFile | null,
  env: NodeJS.ProcessEnv,
  settings: UpdateSettings,
): Pick<UpdatePolicy, 'checks' | 'checksBy'> {
  if (company?.updates.isOff) return { checks: 'off', checksBy: 'company' }
  if (env.GOLDEN_SIX_UPDATES === 'off') return { checks: 'off', checksBy: 'environment' }
  if (!settings.isAutomatic) return { checks: 'when-asked', checksBy: 'person' }
  return { checks: 'automatic', checksBy: 'build' }
}
