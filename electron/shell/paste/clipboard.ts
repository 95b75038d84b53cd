import type { Clipboard, ClipboardBookmark, ClipboardItem } from 'electron'

/**
 * The clipboard as the paste service needs it: everything that was on it can be taken off and put back.
 * Electron's own promise-based clipboard is behind it.
 */
export interface ClipboardPort {
  /** Copies every format that can be read and written back. */
  snapshot(): Promise<ClipboardSnapshot>
  restore(snapshot: ClipboardSnapshot): Promise<void>
  readText(): Promise<string>
  writeText(text: string): Promise<void>
}

type Payload = Blob | ClipboardBookmark
/** One entry for each item; an item maps its formats to their bytes. Empty: the clipboard held nothing. */
export type ClipboardSnapshot = readonly Readonly<Record<string, Payload>>[]

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
const RAW_FORMAT = /^electron application\/osclipboard;format="(.*)"$/

/** True for a format that belongs to the clipboard's content rather than to the way it is handed over. */
export function isContentFormat(type: string): boolean {
  const rawName = RAW_FORMAT.exec(type)?.[1]
  return rawName === undefined || !X11_PROTOCOL_NAMES.has(rawName)
}

/** Wraps Electron's clipboard (version 45 and later, where every call is asynchronous). */
export function electronClipboard(
  clipboard: Pick<Clipboard, 'read' | 'write' | 'readText' | 'writeText' | 'clear'>,
  Item: ClipboardItemClass,
): ClipboardPort {
  return {
    async snapshot() {
      const items = await clipboard.read()
      const entries = await Promise.all(items.map(readItem))
      return entries.filter((entry) => Object.keys(entry).length > 0)
    },
    async restore(snapshot) {
      if (snapshot.length === 0) {
        clipboard.clear()
        return
      }
      try {
        await clipboard.write(snapshot.map((entry) => new Item(entry)))
      } catch {
        // One refused format refuses the whole write; what people miss most is among the common ones.
        await clipboard.write(snapshot.map((entry) => new Item(onlyCommon(entry))))
      }
    },
    readText: () => clipboard.readText(),
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
