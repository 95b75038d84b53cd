import { openWin32 } from '../../../../electron/shell/paste/win32-library.ts'
import {
  asWindowsHasIt,
  focus,
  type Landed,
  pasteAndLook,
  port,
  serviceOver,
  withLastMoment,
} from './desk.ts'
import type { EditProgram } from './programs.ts'
import { type TextWindow, until } from './text-window.ts'
import {
  copiedFiles,
  copiedText,
  copyManyFormats,
  copyText,
  hasPixels,
  isMarkedAsPassing,
  manyFormats,
} from './windows-clipboard.ts'

/** Windows of two different programs, one of which is the chat, and a text to paste. */
export interface Scene {
  chat: TextWindow
  other: TextWindow
  /** The one of the two that can be asked to misbehave. */
  edit: EditProgram
  text: string
}

/** What was wrong; empty when all went as it should. */
type Faults = string[]
type Story = (scene: Scene) => Promise<Faults>

const VK_CONTROL = 0x11
const VK_CAPITAL = 0x14
const KEY_UP = 2
const HELD_MS = 120
/** For longer than a paste waits for an answer. */
const HANGING_MS = 1_500
const win32 = openWin32()
const service = serviceOver()

const unless = (isRight: boolean, fault: string): Faults => (isRight ? [] : [fault])

function landed(result: Landed, text: string): Faults {
  return [
    ...unless(result.outcome.status === 'pasted', `outcome ${JSON.stringify(result.outcome)}`),
    ...unless(
      result.chat === asWindowsHasIt(text),
      `the chat holds ${JSON.stringify(result.chat.slice(0, 80))}`,
    ),
    ...unless(result.other === '', 'something landed in the other window'),
  ]
}

function copiedOnly(result: Landed, text: string, why: string): Faults {
  const { outcome } = result
  return [
    ...unless(outcome.status === 'copied' && outcome.why === why, `outcome ${JSON.stringify(outcome)}`),
    ...unless(result.chat + result.other === '', 'something landed'),
    ...unless(result.clipboard === asWindowsHasIt(text), 'the text is not on the clipboard'),
  ]
}

export const STORIES = {
  async text(scene) {
    await focus(scene.other)
    return landed(await pasteAndLook(service, scene.text, scene), scene.text)
  },

  async 'Caps Lock on, and Control held for a moment'(scene) {
    await focus(scene.other)
    const tap = (virtualKey: number) => win32.sendInput([0, KEY_UP].map((flags) => ({ virtualKey, flags })))
    tap(VK_CAPITAL)
    win32.sendInput([{ virtualKey: VK_CONTROL, flags: 0 }])
    setTimeout(() => win32.sendInput([{ virtualKey: VK_CONTROL, flags: KEY_UP }]), HELD_MS)
    const faults = landed(await pasteAndLook(service, scene.text, scene), scene.text)
    tap(VK_CAPITAL)
    return faults
  },

  async 'another window takes the front at the last moment'(scene) {
    const thief = serviceOver(withLastMoment(() => focus(scene.other)))
    return copiedOnly(await pasteAndLook(thief, scene.text, scene), scene.text, 'target-not-in-front')
  },

  async 'the agent has gone to another window'(scene) {
    await focus(scene.other)
    const result = await pasteAndLook(service, scene.text, scene, () => false)
    return copiedOnly(result, scene.text, 'target-not-in-front')
  },

  async 'the clipboard is held for a while'(scene) {
    scene.edit.holdClipboard(200)
    return landed(await pasteAndLook(service, scene.text, scene), scene.text)
  },

  async 'the chat is minimised'(scene) {
    scene.chat.minimise()
    return landed(await pasteAndLook(service, scene.text, scene), scene.text)
  },

  async 'two uses at once'(scene) {
    for (const window of [scene.chat, scene.other]) window.clear()
    const to = { target: scene.chat.handle, panelHasKeyboard: () => true, hidePanel: () => undefined }
    const second = scene.text.slice(0, 40).toWellFormed()
    // The second waits until the first is read: within the time that targets.json gives for it.
    const patient = serviceOver(port, 500, 400)
    await Promise.all(['第一句。', second].map((what) => patient.paste({ what, ...to })))
    const wanted = asWindowsHasIt(`第一句。${second}`)
    await until(() => (scene.chat.text().length >= wanted.length ? true : undefined)).catch(() => undefined)
    return unless(scene.chat.text() === wanted, `the chat holds ${JSON.stringify(scene.chat.text())}`)
  },

  async 'an image, by its file and by its pixels'(scene) {
    copyText('运单号 SF1234567890')
    const outcome = await service.paste({
      what: { file: 'C:\\数据 夹\\尺码表.png', type: 'image/png', content: Buffer.from('PNG') },
      target: scene.chat.handle,
      panelHasKeyboard: () => true,
      hidePanel: () => undefined,
    })
    const given = [copiedFiles().join(), hasPixels(), isMarkedAsPassing()]
    await service.settled()
    return [
      ...unless(outcome.status === 'pasted', `outcome ${JSON.stringify(outcome)}`),
      ...unless(given.join() === 'C:\\数据 夹\\尺码表.png,true,true', `given were ${given}`),
      ...unless(copiedText() === '运单号 SF1234567890', 'the clipboard did not come back'),
    ]
  },

  async 'several formats and files come back'(scene) {
    copyManyFormats()
    const before = JSON.stringify(manyFormats())
    const faults = landed(await pasteAndLook(service, scene.text, scene), scene.text)
    const isPassing = isMarkedAsPassing()
    await service.settled()
    return [
      ...faults,
      ...unless(isPassing, 'the text was not kept out of the history'),
      ...unless(JSON.stringify(manyFormats()) === before, 'not every format came back'),
      ...unless(isMarkedAsPassing(), 'what came back would be in the history twice'),
    ]
  },

  async 'the chat has a dialog of its own in front'({ edit, ...scene }) {
    const windows = { chat: edit, other: scene.chat === edit ? scene.other : scene.chat }
    edit.enable(false)
    await until(async () => (await serviceSeesDialog(edit)) || undefined)
    const result = await pasteAndLook(service, scene.text, windows)
    edit.enable(true)
    await until(async () => !(await serviceSeesDialog(edit)) || undefined)
    return copiedOnly(result, scene.text, 'target-blocked')
  },

  async 'the chat hangs'({ edit, ...scene }) {
    const other = scene.chat === edit ? scene.other : scene.chat
    // Else it might not have read the last text yet, and nothing would be copied either.
    await service.settled()
    for (const window of [edit, other]) window.clear()
    await edit.hang(HANGING_MS)
    const outcome = await service.paste({
      what: scene.text,
      target: edit.handle,
      panelHasKeyboard: () => true,
      hidePanel: () => undefined,
    })
    // Waits for as long as it hangs; had keys been sent, it would have pasted by then.
    const result = { outcome, chat: edit.text(), other: other.text(), clipboard: copiedText() }
    return copiedOnly(result, scene.text, 'target-hung')
  },

  async 'the chat hangs when the keys are on their way'({ edit, text }) {
    copyText('我的密码')
    edit.clear()
    const hanging = serviceOver(
      withLastMoment(() => edit.hang(HANGING_MS)),
      // Well before it comes round.
      200,
    )
    const outcome = await hanging.paste({
      what: text,
      target: edit.handle,
      panelHasKeyboard: () => true,
      hidePanel: () => undefined,
    })
    await hanging.settled()
    return [
      ...unless(outcome.status === 'pasted', `outcome ${JSON.stringify(outcome)}`),
      ...unless(
        edit.text() === asWindowsHasIt(text),
        `the chat holds ${JSON.stringify(edit.text().slice(0, 80))}`,
      ),
      ...unless(copiedText() === '我的密码', 'the clipboard did not come back'),
    ]
  },
} satisfies Record<string, Story>

const serviceSeesDialog = async (edit: EditProgram): Promise<boolean> => !win32.isEnabled(edit.handle)

export type StoryName = keyof typeof STORIES
