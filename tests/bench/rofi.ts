import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Chat } from '../support/desktop/chat.ts'
import type { Desktop } from '../support/desktop/desktop.ts'
import { type openKeyboard, wallClock } from './keyboard.ts'
import type { BenchLibrary } from './library.ts'

/** What somebody would put together instead: rofi lists the phrases, xclip copies the chosen one, xdotool pastes it. */
const SCRIPT = `#!/bin/sh
line=$(rofi -dmenu -i -p '' -theme-str 'window { width: 50%; }' < "$1") || exit 1
printf '%s' "\${line#*	}" | xclip -selection clipboard
xdotool key --clearmodifiers ctrl+v
`

export function hasRofi(): boolean {
  try {
    execFileSync('rofi', ['-version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

interface Around {
  desktop: Desktop
  chat: Chat
  keyboard: ReturnType<typeof openKeyboard>
  library: BenchLibrary
  folder: string
}

/**
 * Opens the list, types a code, presses Enter, `rounds` times. The list counts as shown when rofi has grabbed the
 * keyboard and its window is on the screen; that it must be painted then, too, is left out in its favour.
 */
export async function measureRofi(around: Around, rounds: number) {
  const { desktop, chat, keyboard, library, folder } = around
  const script = path.join(folder, 'paste-phrase.sh')
  const list = path.join(folder, 'phrases.txt')
  writeFileSync(script, SCRIPT, { mode: 0o755 })
  writeFileSync(
    list,
    library.phrases.map(({ code, body }) => `${code}\t${body.replaceAll('\n', ' ')}`).join('\n'),
  )

  const shown: number[] = []
  const pasted: number[] = []
  for (let round = 0; round < rounds; round++) {
    const { code, body } = phraseOf(library, round, rounds)
    await chat.clear()
    await chat.focus()
    const startedAt = wallClock()
    const menu = spawn(script, [list], { env: desktop.env, stdio: 'ignore' })
    await windowOfRofi(desktop.env)
    shown.push(wallClock() - startedAt)
    for (const letter of `${code}`) keyboard.press(letter)
    await listAnswered()
    const pressedAt = keyboard.press('Return')
    const landed = await chat.waitForText(body.replaceAll('\n', ' '), 10_000)
    pasted.push(landed.atMs - pressedAt)
    await ended(menu)
  }
  return { shown, pasted }
}

/** Spread over the whole library. */
export function phraseOf({ phrases }: BenchLibrary, round: number, rounds: number) {
  const phrase = phrases[Math.floor((round * phrases.length) / rounds)]
  if (!phrase) throw new Error('the library is empty')
  return phrase
}

/** Resolves when rofi's window is on the screen: `xdotool search --sync` waits for it inside one process. */
async function windowOfRofi(env: NodeJS.ProcessEnv): Promise<void> {
  await ended(
    spawn('xdotool', ['search', '--sync', '--onlyvisible', '--class', 'rofi'], { env, stdio: 'ignore' }),
  )
}

/** rofi tells nobody when its list is filtered; a person waits about as long before they press Enter. */
const listAnswered = () => new Promise((resolve) => setTimeout(resolve, 400))

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null) await once(child, 'exit')
}
