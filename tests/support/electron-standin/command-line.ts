import { strictModule } from './strict.ts'

/** Chromium's switches as given to the executable, and as changed by the app before it is ready. */
const switches = new Map<string, string>()
const extraArguments: string[] = []

/** Switches that the stand-in itself answers for; they never reach Chromium. */
const ownSwitches = new Set([
  'user-data-dir',
  'inspect',
  'inspect-brk',
  'require',
  'no-sandbox',
  'test-type',
  'remote-debugging-pipe',
])

/** Reads `--name` and `--name=value` from the whole command line, as Chromium does, up to a bare `--`. */
export function parseSwitches(argv: readonly string[]): void {
  for (const argument of argv) {
    if (argument === '--') return
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(argument)
    if (match?.[1]) switches.set(match[1], match[2] ?? '')
  }
}

/** What of it Chromium is started with. */
export function chromiumArguments(): string[] {
  const passedOn = [...switches].filter(([name]) => !ownSwitches.has(name))
  return [
    ...passedOn.map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
    ...extraArguments,
  ]
}

export const commandLine = strictModule('app.commandLine', {
  appendSwitch: (name: string, value = '') => {
    switches.set(name, value)
  },
  appendArgument: (value: string) => {
    extraArguments.push(value)
  },
  hasSwitch: (name: string) => switches.has(name),
  getSwitchValue: (name: string) => switches.get(name) ?? '',
  removeSwitch: (name: string) => {
    switches.delete(name)
  },
} satisfies Pick<
  Electron.CommandLine,
  'appendSwitch' | 'appendArgument' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'
>)
