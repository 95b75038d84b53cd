/**
 * Runs inside Wine, where no test runner does: drives the shell's own Windows adapter, paste service and capture against
 * two different programs, and writes what happened as JSON to the file named by the first argument. The others say how many
 * mixed and plain pastes are played. win32-paste.test.ts judges it.
 */
import { writeFileSync } from 'node:fs'
import { type Captured, createCapture } from '../../../../electron/shell/capture/capture-selection.ts'
import { BorrowedClipboard } from '../../../../electron/shell/paste/borrowed-clipboard.ts'
import { openWin32 } from '../../../../electron/shell/paste/win32-library.ts'
import { COPY_KEYS, systemClock, type WindowDetails } from '../../../../electron/shell/paste/window-port.ts'
import type { PasteOutcome } from '../../../../shared/model/desktop.ts'
import type { Rounds } from '../paste-texts.ts'
import { clipboards, focus, type Landed, pasteAndLook, port, serviceOver, withLastMoment } from './desk.ts'
import { openEditProgram, openNotepad } from './programs.ts'
import { playRounds, type Round } from './rounds.ts'
import { type TextWindow, until } from './text-window.ts'
import { copiedText, copyText, isHeld } from './windows-clipboard.ts'

export interface WineReport {
  noted: { isChat: boolean; details: WindowDetails | null; isPlaced: boolean }
  heldKey: { whileDown: boolean; afterwards: boolean }
  /** Of the last V that the edit program got. */
  scanCode: number
  rounds: Round[]
  heldForGood: { outcome: PasteOutcome; clipboard: string }
  capture: {
    selected: Captured
    clipboardAfter: string
    /** Whether what is on the clipboard counts as the window's. */
    isTheirs: { whenCopied: boolean; whenAnotherDid: boolean }
    nothingSelected: Captured
  }
  closedMeanwhile: Landed['outcome']
  closed: Landed
  error?: string
}

async function tellEverything(rounds: Rounds): Promise<WineReport> {
  const edit = await openEditProgram()
  const notepad = await openNotepad()
  await focus(notepad)
  const noted = {
    isChat: (await port.foregroundWindow()) === notepad.handle,
    details: await port.details(notepad.handle),
    isPlaced: ((await port.bounds(notepad.handle))?.width ?? 0) > 100,
  }
  const heldKey = await holdControl()
  const scenes = [
    { chat: notepad, other: edit, edit },
    { chat: edit, other: notepad, edit },
  ]
  const played = await playRounds(rounds, scenes)
  const scanCode = edit.scanCode()

  copyText('运单号 SF1234567890')
  edit.holdClipboard(1_500)
  await until(() => (isHeld() ? true : undefined))
  const outcome = await serviceOver().paste(to(notepad, '亲，在的'))
  await until(() => (isHeld() ? undefined : true))
  const heldForGood = { outcome, clipboard: copiedText() }

  const capture = await captureFrom(notepad)
  const leaving = await openNotepad()
  const closing = serviceOver(withLastMoment(() => leaving.close()))
  const closedMeanwhile = await closing.paste(to(leaving, '亲，在的'))
  await notepad.close()
  const closed = await pasteAndLook(serviceOver(), '亲，在的', { chat: notepad, other: edit })
  await edit.close()
  return { noted, heldKey, scanCode, rounds: played, heldForGood, capture, closedMeanwhile, closed }
}

const to = (window: TextWindow, what: string) => ({
  what,
  target: window.handle,
  panelHasKeyboard: () => true,
  hidePanel: () => undefined,
})

async function captureFrom(notepad: TextWindow): Promise<WineReport['capture']> {
  const service = serviceOver()
  const capture = createCapture({
    ...{ port, clock: systemClock },
    clipboard: new BorrowedClipboard(clipboards.text, systemClock, '\r\n'),
    withOwnClipboard: (act) => service.withOwnClipboard(act),
    ownTurns: () => service.turns,
    panelHasKeyboard: () => false,
    panelChords: () => 0,
  })
  notepad.clear()
  await service.paste(to(notepad, '这个面霜\n能用多久😊'))
  await service.settled()
  copyText('运单号 SF1234567890')
  await focus(notepad)
  notepad.selectAll()
  const selected = await capture(notepad.handle)
  const clipboardAfter = copiedText()
  await port.sendKeys(COPY_KEYS)
  await until(() => (copiedText().startsWith('这个面霜') ? true : undefined))
  const whenCopied = await port.wroteClipboard(notepad.handle)
  copyText('运单号 SF1234567890')
  const isTheirs = { whenCopied, whenAnotherDid: await port.wroteClipboard(notepad.handle) }
  notepad.clear()
  return { selected, clipboardAfter, isTheirs, nothingSelected: await capture(notepad.handle) }
}

async function holdControl(): Promise<WineReport['heldKey']> {
  const win32 = openWin32()
  const VK_CONTROL = 0x11
  win32.sendInput([{ virtualKey: VK_CONTROL, flags: 0 }])
  const whileDown = await port.hasHeldKeys()
  win32.sendInput([{ virtualKey: VK_CONTROL, flags: 2 }])
  return { whileDown, afterwards: await port.hasHeldKeys() }
}

const [, , reportFile, mixed, plain] = process.argv
if (!reportFile) throw new Error('name the file for the report')
const report = await tellEverything({ mixed: Number(mixed), plain: Number(plain) }).catch((error: Error) => ({
  error: error.stack ?? String(error),
}))
writeFileSync(reportFile, JSON.stringify(report, null, 2))
process.exit(0)
