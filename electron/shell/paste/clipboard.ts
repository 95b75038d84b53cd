import type { Clipboard, ClipboardBookmark, ClipboardItem } from 'electron'

/** The clipboard as the paste service needs it: everything that was on it can be taken off and put back. */
export interface ClipboardPort {
  /**
   * Copies every format that can be read and written back.
   *
   * @throws ClipboardHeld while another program has the clipboard open
   */
  snapshot(): Promise<ClipboardSnapshot>
  readText(): Promise<string>
  writeText(text: string, stay: Stay): Promise<void>
  /**
   * Whether who copied what is there, a password keeper say, has marked it as not to be looked at by programs that watch the
   * clipboard. Told by the names of the formats, nothing being read.
   */
  isPrivate(): Promise<boolean>
  /** File name of the program that has the clipboard open; null when none has, or the system does not tell. */
  holder?(): string | null
}

/** What was on the clipboard at one time. */
export interface ClipboardSnapshot {
  /** False when there was more than could be read in time, or than can be written back. */
  isWhole: boolean
  /**
   * Lays it all on the clipboard again; a format that the system refuses is left out.
   *
   * @throws ClipboardHeld while another program has the clipboard open
   */
  putBack(): Promise<void>
}

/**
 * Whether what is written is meant to stay: `passing` content is there for a paste only, and is kept out of the
 * clipboard's history and of other devices, where the system can do so.
 */
export type Stay = 'kept' | 'passing'

/** Another program has the clipboard open: it may be tried again in a moment. */
export class ClipboardHeld extends Error {
  constructor() {
    super('the clipboard is open elsewhere')
  }
}

/**
 * The program that the clipboard's content belongs to does not answer. Asked for it, it would hang us as well; and it is
 * not asked again at once, since every asking takes its time.
 */
export class OwnerSilent extends Error {
  constructor() {
    super('the owner of the clipboard does not answer')
  }
}

type Payload = Blob | ClipboardBookmark
/** One entry for each item; an item maps its formats to their bytes. Empty: the clipboard held nothing. */
type Entries = readonly Readonly<Record<string, Payload>>[]

type ClipboardItemClass = new (items: Record<string, Payload>) => ClipboardItem

/** Formats that every system accepts; the fallback when one of the others is refused. */
const COMMON_FORMATS = new Set(['text/plain', 'text/html', 'text/rtf', 'image/png'])

/**
 * Raw names that X11 lists among the formats but that are questions to the owner or aliases of text. Written back
 * as data they would shadow the true answers of the clipboard's next owner.
 */
const X11_PROTOCOL_NAMES = new Set([
  'TARGETS',
  'TIMESTAMP',
  'MULTIPLE',
  'SAVE_TARGETS',
  'DELETE',
  'STRING',
  'TEXT',
  'UTF8_STRING',
  'COMPOUND_TEXT',
])
/** KDE's mark of a password, and what macOS programs agreed on (nspasteboard.org). */
const PRIVATE_MARKS = [
  'x-kde-passwordManagerHint',
  'org.nspasteboard.ConcealedType',
  'org.nspasteboard.TransientType',
]
const RAW_FORMAT = /^electron application\/osclipboard;format="(.*)"$/

/** True for a format that belongs to the clipboard's content rather than to the way it is handed over. */
export function isContentFormat(type: string): boolean {
  const rawName = RAW_FORMAT.exec(type)?.[1]
  return rawName === undefined || !X11_PROTOCOL_NAMES.has(rawName)
}

/** True for a format that says of the others that they are not to be looked at. */
function isPrivateMark(type: string): boolean {
  return PRIVATE_MARKS.includes(RAW_FORMAT.exec(type)?.[1] ?? type)
}

/**
 * Wraps Electron's clipboard (version 45 and later, where every call is asynchronous), for X11 and macOS; Windows has
 * formats that it cannot write (win32-clipboard.ts).
 */
export function electronClipboard(
  clipboard: Pick<Clipboard, 'read' | 'write' | 'readText' | 'writeText' | 'clear'>,
  Item: ClipboardItemClass,
): ClipboardPort {
  async function putBack(entries: Entries): Promise<void> {
    if (entries.length === 0) {
      clipboard.clear()
      return
    }
    try {
      await clipboard.write(entries.map((entry) => new Item(entry)))
    } catch {
      // One refused format refuses the whole write; what people miss most is among the common ones.
      await clipboard.write(entries.map((entry) => new Item(onlyCommon(entry))))
    }
  }

  return {
    async snapshot() {
      const items = await clipboard.read()
      const read = await Promise.all(items.map(readItem))
      const entries = read.filter((entry) => Object.keys(entry).length > 0)
      // A format that is listed but not delivered is nobody's loss; an item of which nothing is delivered is.
      const contents = items.filter(({ types }) => types.some(isContentFormat))
      return { isWhole: entries.length === contents.length, putBack: () => putBack(entries) }
    },
    readText: () => clipboard.readText(),
    isPrivate: async () => (await clipboard.read()).some(({ types }) => types.some(isPrivateMark)),
    writeText: (text) => clipboard.writeText(text),
  }
}

/** A format that its owner lists but cannot deliver is left out rather than failing the others. */
async function readItem(item: ClipboardItem): Promise<Record<string, Payload>> {
  const wanted = item.types.filter(isContentFormat)
  const payloads = await Promise.allSettled(wanted.map((type) => item.getType(type)))
  return Object.fromEntries(
    wanted.flatMap((type, index) => {
      const payload = payloads[index]
      return payload?.status === 'fulfilled' ? [[type, payload.value]] : []
    }),
  )
}

function onlyCommon(entry: Readonly<Record<string, Payload>>): Record<string, Payload> {
  return Object.fromEntries(Object.entries(entry).filter(([type]) => COMMON_FORMATS.has(type)))
}
