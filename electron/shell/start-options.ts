import path from 'node:path'
import { HIDDEN_SWITCH } from './startup.ts'

/** What the command line asks of a start. */
export interface StartOptions {
  /** Absolute folder of the library; null for the usual one. */
  dataDir: string | null
  /** Show the panel at once instead of waiting for the hotkey (e.g. bound to a key by the desktop itself). */
  showPanel: boolean
  /** Absolute path of the team's pack that it was opened with, as a double click does; null for none. */
  packFile: string | null
  /** Started by the system, with nothing to be seen. */
  isHidden: boolean
  /** Chromium was told where to keep its own files, so the program does not choose the folder. */
  hasOwnProfile: boolean
}

/**
 * Reads `--data-dir=…`, `--panel`, a `.g6pack` and Chromium's `--user-data-dir=…`; the environment is asked where the line
 * is silent.
 *
 * @param folder where the program was started
 */
export function startOptions(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  folder = process.cwd(),
): StartOptions {
  const dataDir = switchValue(argv, '--data-dir') ?? env.GOLDEN_SIX_DATA_DIR ?? null
  const packFile = argv.slice(1).findLast((argument) => /^[^-].*\.g6pack$/i.test(argument))
  return {
    dataDir: dataDir ? path.resolve(dataDir) : null,
    showPanel: argv.includes('--panel'),
    packFile: packFile === undefined ? null : path.resolve(folder, packFile),
    isHidden: argv.includes(HIDDEN_SWITCH),
    hasOwnProfile: switchValue(argv, '--user-data-dir') !== null,
  }
}

function switchValue(argv: readonly string[], name: string): string | null {
  const argument = argv.find((candidate) => candidate.startsWith(`${name}=`))
  return argument?.slice(name.length + 1) ?? null
}
