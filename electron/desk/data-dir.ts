import { homedir } from 'node:os'
import path from 'node:path'

interface Surroundings {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  home: string
}

/**
 * Where the library lives when nobody says otherwise: beside what Electron keeps for the app, so that every host
 * finds the same library. `GOLDEN_SIX_DATA_DIR` overrides it.
 */
export function defaultDataDir({ platform, env, home }: Surroundings = here()): string {
  if (env.GOLDEN_SIX_DATA_DIR) return path.resolve(env.GOLDEN_SIX_DATA_DIR)
  return path.join(applicationData({ platform, env, home }), 'golden-six', 'library')
}

function applicationData({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') return env.APPDATA ?? path.join(home, 'AppData', 'Roaming')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support')
  return env.XDG_CONFIG_HOME ?? path.join(home, '.config')
}

function here(): Surroundings {
  return { platform: process.platform, env: process.env, home: homedir() }
}
