import { execFileSync } from 'node:child_process'
import { systemClock } from '../../../../electron/shell/paste/window-port.ts'
import type { PasteOutcome } from '../../../../shared/model/desktop.ts'
import { lengthOf, pseudoRandom, type Rounds, textOf } from '../paste-texts.ts'
import { within } from '../within.ts'
import { pasting, type TextWindow, withLastMoment, type X11Desk } from './desk.ts'

export interface Round {
  story: string
  program: TextWindow['program']
  length: number
  faults: string[]
}

interface Scene {
  desk: X11Desk
  chat: TextWindow
  other: TextWindow
  text: string
}

type Story = (scene: Scene) => Promise<string[]>

const LANDS_WITHIN_MS = 20_000
/** Long enough for a paste that must not come. */
const NOTHING_COMES_MS = 150
const HELD_MS = 120
const QUICK = { readsWithinMs: 50 }

async function arrived({ chat, text }: Scene, outcome: PasteOutcome): Promise<string[]> {
  if (outcome.status !== 'pasted') return [`outcome ${JSON.stringify(outcome)}`]
  const found = await within(LANDS_WITHIN_MS, async () => (await chat.text()) || null).catch(() => '')
  return found === text ? [] : [`the chat holds ${JSON.stringify(found.slice(0, 80))}`]
}

async function landed(scene: Scene, outcome: PasteOutcome): Promise<string[]> {
  const faults = await arrived(scene, outcome)
  if (outcome.status !== 'pasted') return faults
  return (await scene.other.text()) === '' ? faults : [...faults, 'something landed in the other window']
}

async function copiedOnly(scene: Scene, outcome: PasteOutcome, why: string): Promise<string[]> {
  await systemClock.sleep(NOTHING_COMES_MS)
  const { desk, chat, other, text } = scene
  const faults: string[] = []
  if (outcome.status !== 'copied' || outcome.why !== why) faults.push(`outcome ${JSON.stringify(outcome)}`)
  if ((await chat.text()) + (await other.text()) !== '') faults.push('something landed')
  if ((await desk.clipboard.readText()) !== text) faults.push('the text is not on the clipboard')
  return faults
}

/** A window manager that is late costs an agent a second try, and never a wrong paste. */
async function pasted(
  { desk, chat, text }: Scene,
  service = desk.service(desk.port, QUICK),
): Promise<PasteOutcome> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await service.paste(pasting(chat, text))
    const isLate = outcome.status === 'copied' && outcome.why === 'target-not-in-front'
    if (!isLate || attempt === 3) return outcome
  }
}

/** The program takes no messages until `act` is over. */
async function whileStopped<T>({ processId }: TextWindow, act: () => Promise<T>): Promise<T> {
  process.kill(processId, 'SIGSTOP')
  try {
    return await act()
  } finally {
    process.kill(processId, 'SIGCONT')
  }
}

const STORIES: Record<string, Story> = {
  async text(scene) {
    const { desk, other } = scene
    await desk.focus(other)
    return landed(scene, await pasted(scene))
  },

  async 'Caps Lock on, and Control held for a moment'(scene) {
    const { desk } = scene
    desk.keyboard.press('CapsLock')
    desk.keyboard.hold('Control', true)
    setTimeout(() => desk.keyboard.hold('Control', false), HELD_MS)
    const outcome = await pasted(scene)
    desk.keyboard.press('CapsLock')
    return landed(scene, outcome)
  },

  async 'another window takes the front at the last moment'(scene) {
    const { desk, chat, other, text } = scene
    const thief = withLastMoment(desk.port, () => desk.focus(other))
    return copiedOnly(scene, await desk.service(thief).paste(pasting(chat, text)), 'target-not-in-front')
  },

  async 'the agent has gone to another window'(scene) {
    const { desk, chat, other, text } = scene
    await desk.focus(other)
    const outcome = await desk.service().paste(pasting(chat, text, () => false))
    return copiedOnly(scene, outcome, 'target-not-in-front')
  },

  async 'the chat is minimised'(scene) {
    const { desk, chat } = scene
    execFileSync('xdotool', ['windowminimize', String(chat.handle)], { env: desk.session.env })
    return landed(scene, await pasted(scene))
  },

  async 'rich text comes back'(scene) {
    const { desk } = scene
    const html = Buffer.from('<b>满198减20</b>')
    await desk.clipboard.copyFormat('text/html', html)
    const service = desk.service(desk.port, QUICK)
    const faults = await landed(scene, await pasted(scene, service))
    await service.settled()
    return desk.clipboard.readFormat('text/html').equals(html) ? faults : [...faults, 'it did not come back']
  },

  async 'the chat hangs'(scene) {
    const { desk, chat, other, text } = scene
    await desk.focus(other)
    const outcome = await whileStopped(chat, () => desk.service().paste(pasting(chat, text)))
    return copiedOnly(scene, outcome, 'target-hung')
  },

  async 'the chat hangs when the keys are on their way'(scene) {
    const { desk, chat, text } = scene
    await desk.clipboard.writeText('我的密码')
    const hanging = withLastMoment(desk.port, async () => {
      process.kill(chat.processId, 'SIGSTOP')
    })
    const service = desk.service(hanging)
    try {
      const outcome = await service.paste(pasting(chat, text))
      // Past the time at which it would have been given back.
      await systemClock.sleep(2_000)
      const isLeft = (await desk.clipboard.readText()) === text
      process.kill(chat.processId, 'SIGCONT')
      const faults = await landed(scene, outcome)
      await service.settled()
      const isBack = (await desk.clipboard.readText()) === '我的密码'
      return [
        ...faults,
        ...(isLeft ? [] : ['the clipboard was given back too early']),
        ...(isBack ? [] : [`the clipboard did not come back: ${service.traces.at(-1)?.steps.at(-1)?.step}`]),
      ]
    } finally {
      process.kill(chat.processId, 'SIGCONT')
    }
  },

  async 'the chat has a dialog of its own in front'(scene) {
    const { desk, chat, other } = scene
    const editor = chat.program === 'editor' ? chat : other
    await desk.focus(editor)
    // Its dialog for opening a file.
    desk.keyboard.press('Control', 'o')
    await within(LANDS_WITHIN_MS, async () => (await desk.port.hasDialogInFront(editor.handle)) || null)
    const outcome = await desk.service().paste(pasting(editor, scene.text))
    desk.keyboard.press('Escape')
    await within(LANDS_WITHIN_MS, async () => !(await desk.port.hasDialogInFront(editor.handle)) || null)
    return copiedOnly(scene, outcome, 'target-blocked')
  },
}

const OTHERS = Object.keys(STORIES).filter((name) => name !== 'text')

/** Everything that goes wrong at a desk comes in turn, into both programs; the plain ones afterwards. */
export async function playRounds(
  { mixed, plain }: Rounds,
  desk: X11Desk,
  windows: readonly [TextWindow, TextWindow],
): Promise<Round[]> {
  const random = pseudoRandom(20_261_122)
  const rounds: Round[] = []
  for (let round = 0; round < mixed; round++) {
    const story = (round % 2 === 0 ? 'text' : OTHERS[((round - 1) / 2) % OTHERS.length]) ?? 'text'
    // Each story comes to the other program the next time.
    const turn = Math.floor(round / 2) + Math.floor(round / (2 * OTHERS.length))
    const [chat, other] = turn % 2 === 0 ? windows : [windows[1], windows[0]]
    for (const window of [chat, other]) await window.clear()
    const length = lengthOf(round, random)
    const scene = { desk, chat, other, text: textOf(length, random) }
    const faults =
      (await STORIES[story]?.(scene).catch((error: Error) => [error.stack ?? String(error)])) ?? []
    rounds.push({ story, program: chat.program, length, faults })
  }
  const [first, second] = windows
  // What an editor holds is known when it has saved it, which takes its time.
  const intoEditor = Math.floor(plain / 6)
  for (const [chat, other] of [windows, [second, first]] as const) {
    const count = chat.program === 'editor' ? intoEditor : plain - intoEditor
    rounds.push(...(await playPlainRounds(count, { desk, chat, other }, random)))
  }
  return rounds
}

/** One after the other into the same chat, another window being in front each time; that is looked at in the end. */
async function playPlainRounds(
  count: number,
  windows: Omit<Scene, 'text'>,
  random: () => number,
): Promise<Round[]> {
  const { desk, chat, other } = windows
  const service = desk.service(desk.port, QUICK)
  const rounds: Round[] = []
  await other.clear()
  for (let round = 0; round < count; round++) {
    const length = lengthOf(round, random)
    const scene = { ...windows, text: textOf(length, random) }
    await chat.clear()
    await desk.focus(other)
    const faults = await arrived(scene, await pasted(scene, service))
    rounds.push({ story: 'text', program: chat.program, length, faults })
  }
  if ((await other.text()) !== '') rounds.at(-1)?.faults.push('something landed in the other window')
  return rounds
}
