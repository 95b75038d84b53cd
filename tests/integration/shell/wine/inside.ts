/**
 * Runs inside Wine, where no test runner does: drives the shell's own Windows adapter and paste service against two
 * Notepads, and writes what happened as JSON to the file named by the first argument. win32-paste.test.ts judges it.
 */
import { writeFileSync } from 'node:fs'
import { BorrowedClipboard } from '../../../../electron/shell/paste/borrowed-clipboard.ts'
import { PasteService } from '../../../../electron/shell/paste/paste.ts'
import { win32Port } from '../../../../electron/shell/paste/win32.ts'
import { win32Clipboards } from '../../../../electron/shell/paste/win32-clipboards.ts'
import { openWin32 } from '../../../../electron/shell/paste/win32-library.ts'
import {
  systemClock,
  type WindowDetails,
  type WindowPort,
} from '../../../../electron/shell/paste/window-port.ts'
import { createTargets } from '../../../../electron/shell/targets.ts'
import type { PasteOutcome } from '../../../../shared/model/desktop.ts'
import { type Notepad, openNotepad, until } from './notepad.ts'
import { copiedFiles, copiedText, copyText, hasPixels } from './windows-clipboard.ts'

const ROUNDS = 20

/** Texts in the order of the windows' names: what stands in the chat and in the other window afterwards. */
interface Landed {
  outcome: PasteOutcome
  chat: string
  other: string
  clipboard: string
}

export interface WineReport {
  noted: { isChat: boolean; details: WindowDetails | null; isPlaced: boolean }
  rounds: { sent: string; landed: Landed }[]
  clipboardAfterRounds: string
  long: { sent: string; landed: Landed }
  minimised: Landed
  agentLeft: Landed
  frontTaken: Landed
  heldKey: { whileDown: boolean; afterwards: boolean }
  image: { outcome: PasteOutcome; files: string[]; hasPixels: boolean; clipboardAfter: string }
  closed: Landed
  error?: string
}

const port = win32Port()
const { profileOf } = createTargets()
const pixels = { width: 2, height: 1, bgra: Buffer.from([0, 0, 255, 255, 0, 255, 0, 255]) }
const clipboards = win32Clipboards(() => pixels)

async function tellEverything(): Promise<WineReport> {
  const other = await openNotepad()
  const chat = await openNotepad()
  const service = serviceOver(port)

  await focus(chat)
  const noted = {
    isChat: (await port.foregroundWindow()) === chat.handle,
    details: await port.details(chat.handle),
    isPlaced: ((await port.bounds(chat.handle))?.width ?? 0) > 100,
  }

  const rounds: WineReport['rounds'] = []
  copyText('运单号 SF1234567890')
  for (let round = 1; round <= ROUNDS; round++) {
    await focus(other)
    const sent = `${round} 亲，在的😊\n算下来每天只要 3 元 & <b>`
    const landed = await pasteAndLook(service, sent, chat, other)
    rounds.push({ sent, landed })
  }
  await service.settled()
  const clipboardAfterRounds = copiedText()

  const longText = '尺码与洗涤说明：冷水轻柔机洗😊\n'.repeat(300).slice(0, 5_000)
  const long = { sent: longText, landed: await pasteAndLook(service, longText, chat, other) }

  chat.minimise()
  const minimised = await pasteAndLook(service, '亲，在的', chat, other)

  await focus(other)
  const agentLeft = await pasteAndLook(service, '亲，在的', chat, other, () => false)

  await focus(other)
  const thief: WindowPort = { ...port, hasHeldKeys: atTheLastMoment(() => focus(other)) }
  const frontTaken = await pasteAndLook(serviceOver(thief), '亲，在的', chat, other)

  const heldKey = await holdControl()
  const image = await pasteImage(chat)
  await chat.close()
  const closed = await pasteAndLook(service, '亲，在的', chat, other)
  await other.close()
  return {
    noted,
    rounds,
    clipboardAfterRounds,
    long,
    minimised,
    agentLeft,
    frontTaken,
    heldKey,
    image,
    closed,
  }
}

function serviceOver(windows: WindowPort): PasteService {
  const clipboard = new BorrowedClipboard(clipboards.text, systemClock, '\r\n', clipboards.images)
  return new PasteService({ port: windows, clock: systemClock, clipboard, profileOf })
}

async function pasteAndLook(
  service: PasteService,
  text: string,
  chat: Notepad,
  other: Notepad,
  panelHasKeyboard = () => true,
): Promise<Landed> {
  for (const window of [chat, other]) window.clear()
  const outcome = await service.paste({
    what: text,
    target: chat.handle,
    panelHasKeyboard,
    hidePanel: () => undefined,
  })
  // A paste has landed when the text is there; a paste that was not done gets the time it would have had.
  if (outcome.status === 'pasted') await until(() => chat.text() || undefined).catch(() => undefined)
  else await systemClock.sleep(300)
  return { outcome, chat: chat.text(), other: other.text(), clipboard: copiedText() }
}

/** Notepad takes no pictures; what it would be given is looked at before the clipboard is given back. */
async function pasteImage(chat: Notepad): Promise<WineReport['image']> {
  const service = serviceOver(port)
  copyText('运单号 SF1234567890')
  const outcome = await service.paste({
    what: { file: 'C:\\数据 夹\\尺码表.png', type: 'image/png', content: Buffer.from('PNG') },
    target: chat.handle,
    panelHasKeyboard: () => true,
    hidePanel: () => undefined,
  })
  const given = { files: copiedFiles(), hasPixels: hasPixels() }
  await service.settled()
  return { outcome, ...given, clipboardAfter: copiedText() }
}

/** As a person does: who sees another window in front clicks again. */
async function focus(window: Notepad): Promise<void> {
  const isInFront = async () => (await port.foregroundWindow()) === window.handle
  await until(async () => {
    await port.bringToFront(window.handle)
    await systemClock.sleep(100)
    return (await isInFront()) || undefined
  })
}

function atTheLastMoment(event: () => Promise<void>): () => Promise<boolean> {
  let asked = 0
  return async () => {
    asked += 1
    if (asked === 2) await event()
    return false
  }
}

async function holdControl(): Promise<WineReport['heldKey']> {
  const win32 = openWin32()
  const VK_CONTROL = 0x11
  win32.sendInput([{ virtualKey: VK_CONTROL, flags: 0 }])
  const whileDown = await port.hasHeldKeys()
  win32.sendInput([{ virtualKey: VK_CONTROL, flags: 2 }])
  return { whileDown, afterwards: await port.hasHeldKeys() }
}

const reportFile = process.argv[2]
if (!reportFile) throw new Error('name the file for the report')
const report = await tellEverything().catch((error: Error) => ({ error: error.stack ?? String(error) }))
writeFileSync(reportFile, JSON.stringify(report, null, 2))
process.exit(0)
