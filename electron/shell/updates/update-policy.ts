import {
  type DecidedBy,
  type UpdatePolicy,
  UpdateServer,
  type UpdateSettings,
} from '../../../shared/model/updates.ts'
import type { CompanyPolicy } from './company-word.ts'

interface Wishes {
  company: CompanyPolicy | null
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
  company: CompanyPolicy | null,
  env: NodeJS.ProcessEnv,
  settings: UpdateSettings,
): Pick<UpdatePolicy, 'checks' | 'checksBy'> {
  const { isOff } = company?.updates ?? {}
  if (isOff) return { checks: 'off', checksBy: 'company' }
  // A company that wants updates is heard before a variable that every user can set.
  if (isOff === undefined && env.GOLDEN_SIX_UPDATES === 'off')
    return { checks: 'off', checksBy: 'environment' }
  if (!settings.isAutomatic) return { checks: 'when-asked', checksBy: 'person' }
  return { checks: 'automatic', checksBy: 'build' }
}
