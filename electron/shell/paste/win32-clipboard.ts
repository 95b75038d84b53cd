import type { ClipboardPort, Stay } from './clipboard.ts'
import { CF_UNICODETEXT, type ClipboardContent, type Win32Clipboard } from './win32-clipboard-library.ts'

/**
 * By Microsoft's "Clipboard Formats": the first keeps every program that watches the clipboard from what is there, the
 * history included; the others, as a DWORD of 0, the history and the other devices of the account.
 */
const EXCLUDED = [
  'ExcludeClipboardContentFromMonitorProcessing',
  'CanIncludeInClipboardHistory',
  'CanUploadToCloudClipboard',
]

/** What keeps content from programs that watch: the first of the above, and what password keepers set before it was there. */
const NOT_TO_BE_WATCHED = ['ExcludeClipboardContentFromMonitorProcessing', 'Clipboard Viewer Ignore']

/** What says of the content beside it that it is there in passing; nothing for content that is meant to stay. */
export function marksOf(stay: Stay, clipboard: Pick<Win32Clipboard, 'formatNamed'>): ClipboardContent {
  if (stay === 'kept') return []
  return EXCLUDED.map((name) => [clipboard.formatNamed(name), Uint8Array.of(0, 0, 0, 0)] as const)
}

/**
 * The Windows clipboard by its own calls: all formats come back as they were, files among them, which Electron cannot
 * write; and what passes through is kept out of the clipboard's history.
 *
 * @param programOf file name of the program that a window belongs to; empty when Windows does not tell
 */
export function win32ClipboardPort(
  clipboard: Win32Clipboard,
  programOf: (window: number) => string,
): ClipboardPort {
  return {
    async snapshot() {
      const { content, isWhole } = clipboard.read()
      return {
        isWhole,
        // It has been in the history since it was copied, if it may be there at all.
        putBack: async () => clipboard.write(content.length === 0 ? [] : withMarks(content)),
      }
    },
    async readText() {
      const bytes = clipboard.readOne(CF_UNICODETEXT)
      return bytes === null ? '' : textOf(bytes)
    },
    async writeText(text, stay) {
      const bytes = Buffer.from(`${text}\0`, 'utf16le')
      clipboard.write([[CF_UNICODETEXT, bytes], ...marksOf(stay, clipboard)])
    },
    isPrivate: async () => NOT_TO_BE_WATCHED.some((name) => clipboard.has(clipboard.formatNamed(name))),
    holder() {
      const window = clipboard.openedBy()
      return window === null ? null : programOf(window) || null
    },
  }

  /** Content that came with marks of its own, as a password does, keeps those. */
  function withMarks(content: ClipboardContent): ClipboardContent {
    const present = new Set(content.map(([format]) => format))
    return [...content, ...marksOf('passing', clipboard).filter(([format]) => !present.has(format))]
  }
}

/** UTF-16 up to the NUL that ends it; memory blocks may be longer. */
function textOf(bytes: Uint8Array): string {
  const text = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    bytes.byteLength - (bytes.byteLength % 2),
  ).toString('utf16le')
  const end = text.indexOf('\0')
  return end === -1 ? text : text.slice(0, end)
}
