import { runtime } from '../runtime.ts'
import { asElectron, notImplemented, strictModule } from '../strict.ts'
import type { SelectionName } from '../x11/selection.ts'

type Payload = string | Electron.ClipboardBookmark | Blob | Promise<Blob | string>

/** X targets that mean plain text; Chromium offers all of them, and reads whichever is there. */
const textTargets = ['UTF8_STRING', 'text/plain;charset=utf-8', 'text/plain', 'STRING', 'TEXT']
/** Formats that Electron shows under their MIME type; every other one it wraps (shell/common/api/electron_api_clipboard.cc). */
const standardTypes = new Set(['text/html', 'text/rtf', 'image/svg+xml', 'image/png', 'text/uri-list'])
const wrapped = /^electron application\/osclipboard;format="(.*)"$/s
const bookmark = 'electron application/bookmark'

const mimeOf = (target: string) =>
  standardTypes.has(target) ? target : `electron application/osclipboard;format="${target}"`
const targetOf = (mime: string) => wrapped.exec(mime)?.[1] ?? mime

/**
 * The standard types, and every X target under its raw name, the questions to the owner (TARGETS, TIMESTAMP) and the
 * other names of text among them: so Chromium lists them on X11 (ui/ozone/platform/x11/x11_clipboard_ozone.cc).
 */
async function availableTypes(selection: SelectionName): Promise<string[]> {
  const targets = await runtime('clipboard').selections.targets(selection)
  const others = targets.filter((target) => target !== 'text/plain').map(mimeOf)
  return targets.some((target) => textTargets.includes(target)) ? ['text/plain', ...others] : others
}

async function readText(selection: SelectionName): Promise<Buffer | undefined> {
  const { selections } = runtime('clipboard')
  const offered = await selections.targets(selection)
  const target = textTargets.find((name) => offered.includes(name))
  const bytes = target === undefined ? undefined : await selections.read(selection, target)
  // A STRING is Latin-1 by definition (ICCCM 2.6.2).
  return target === 'STRING' && bytes ? Buffer.from(bytes.toString('latin1')) : bytes
}

/** One entry of the clipboard, to be written or as it was read. */
export class ClipboardItem implements Pick<Electron.ClipboardItem, 'types'> {
  readonly types: string[]
  readonly #items: Record<string, Payload> | undefined
  readonly #source: SelectionName | undefined

  constructor(items: Record<string, Payload>, source?: { selection: SelectionName; types: string[] }) {
    this.#items = source ? undefined : items
    this.#source = source?.selection
    this.types = source?.types ?? Object.keys(items)
    for (const type of source ? [] : this.types) {
      if (type === bookmark || type.startsWith('web ')) notImplemented(`the clipboard format '${type}'`)
    }
  }

  /** Reads at the time of the call, as Electron does: what was overwritten since `read()` is gone. */
  async getType(type: string): Promise<Blob> {
    if (!this.types.includes(type)) throw new Error(`The type '${type}' was not found`)
    const bytes = this.#source ? await readType(this.#source, type) : await this.payload(type)
    if (!bytes) throw new Error(`The type '${type}' was not found`)
    return new Blob([new Uint8Array(bytes)], { type })
  }

  get isReadSide(): boolean {
    return this.#source !== undefined
  }

  async payload(type: string): Promise<Buffer> {
    const value = await this.#items?.[type]
    if (typeof value === 'string') return Buffer.from(value)
    if (value instanceof Blob) return Buffer.from(await value.arrayBuffer())
    throw new TypeError(`The payload of '${type}' must be a string or a Blob`)
  }
}

function readType(selection: SelectionName, type: string): Promise<Buffer | undefined> {
  return type === 'text/plain'
    ? readText(selection)
    : runtime('clipboard').selections.read(selection, targetOf(type))
}

async function write(selection: SelectionName, items: ClipboardItem[]): Promise<void> {
  const data = new Map<string, Buffer>()
  for (const item of items) {
    if (!(item instanceof ClipboardItem))
      throw new TypeError('clipboard.write takes an array of ClipboardItem')
    if (item.isReadSide) {
      throw new TypeError(
        'clipboard.write cannot accept a ClipboardItem returned from clipboard.read() — construct a new ClipboardItem to write.',
      )
    }
    for (const type of item.types) {
      const bytes = await item.payload(type)
      if (type === 'image/png' && bytes.readUInt32BE(0) !== 0x89504e47)
        throw new Error("The payload of 'image/png' is not a PNG image")
      for (const target of type === 'text/plain' ? textTargets : [targetOf(type)]) data.set(target, bytes)
    }
  }
  await runtime('clipboard').selections.own(selection, data)
}

function clipboardOn(selection: SelectionName) {
  return {
    read: async () =>
      asElectron<Electron.ClipboardItem[]>([
        new ClipboardItem({}, { selection, types: await availableTypes(selection) }),
      ]),
    write: (items) => write(selection, asElectron<ClipboardItem[]>(items)),
    readText: async () => (await readText(selection))?.toString() ?? '',
    writeText: (text) => write(selection, [new ClipboardItem({ 'text/plain': String(text) })]),
    has: async (type) => (await availableTypes(selection)).includes(type),
    clear: () => {
      void runtime('clipboard').selections.own(selection, new Map())
    },
  } satisfies Omit<Electron.Clipboard, 'selection'>
}

/** The X11 clipboard that all programs on the display share; `selection` is what the middle button pastes. */
export const clipboard = strictModule('clipboard', {
  ...clipboardOn('CLIPBOARD'),
  selection: strictModule('clipboard.selection', clipboardOn('PRIMARY')),
})
