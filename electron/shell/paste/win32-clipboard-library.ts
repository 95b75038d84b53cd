import koffi from 'koffi'
import { ClipboardHeld, OwnerSilent } from './clipboard.ts'

/** By winuser.h. */
export const CF_DIB = 8
export const CF_UNICODETEXT = 13
export const CF_HDROP = 15
const GMEM_MOVEABLE = 2
/** Parent of windows that only take messages. */
const HWND_MESSAGE = -3
const WM_NULL = 0
const SMTO_ABORTIFHUNG = 0x2
/** Whoever owns the clipboard renders some formats only when asked; one who does not answer is not asked. */
const OWNER_LIMIT_MS = 200
/** Formats are read for this long; what is left out by then is what nobody waits for. */
const READING_LIMIT_MS = 600

/** Bytes by the number of their format, in the order in which a reader would prefer them. */
export type ClipboardContent = readonly (readonly [format: number, bytes: Uint8Array])[]

export interface ReadContent {
  content: ClipboardContent
  /** False when time ran out, or nothing of what is there consists of bytes. */
  isWhole: boolean
}

/** The Windows clipboard as bytes, by koffi. Throws when user32 is not there. */
export function openWin32Clipboard() {
  const user32 = koffi.load('user32.dll')
  const kernel32 = koffi.load('kernel32.dll')
  const OpenClipboard = user32.func('int __stdcall OpenClipboard(intptr_t owner)')
  const EmptyClipboard = user32.func('int __stdcall EmptyClipboard()')
  const CloseClipboard = user32.func('int __stdcall CloseClipboard()')
  const EnumClipboardFormats = user32.func('uint32_t __stdcall EnumClipboardFormats(uint32_t after)')
  const GetClipboardData = user32.func('intptr_t __stdcall GetClipboardData(uint32_t format)')
  const SetClipboardData = user32.func(
    'intptr_t __stdcall SetClipboardData(uint32_t format, intptr_t memory)',
  )
  const IsClipboardFormatAvailable = user32.func('int __stdcall IsClipboardFormatAvailable(uint32_t format)')
  const GetClipboardOwner = user32.func('intptr_t __stdcall GetClipboardOwner()')
  const GetOpenClipboardWindow = user32.func('intptr_t __stdcall GetOpenClipboardWindow()')
  const GetClipboardSequenceNumber = user32.func('uint32_t __stdcall GetClipboardSequenceNumber()')
  const RegisterClipboardFormatW = user32.func('uint32_t __stdcall RegisterClipboardFormatW(str16 name)')
  const SendMessageTimeoutW = user32.func(
    'intptr_t __stdcall SendMessageTimeoutW(intptr_t window, uint32_t message, size_t w, intptr_t l, uint32_t flags,' +
      ' uint32_t timeoutMs, _Out_ size_t *answer)',
  )
  const CreateWindowExW = user32.func(
    'intptr_t __stdcall CreateWindowExW(uint32_t exStyle, str16 className, str16 title, uint32_t style, int x, int y,' +
      ' int width, int height, intptr_t parent, intptr_t menu, intptr_t instance, void *parameter)',
  )
  const DestroyWindow = user32.func('int __stdcall DestroyWindow(intptr_t window)')
  const GlobalAlloc = kernel32.func('intptr_t __stdcall GlobalAlloc(uint32_t flags, size_t size)')
  const GlobalLock = kernel32.func('void *__stdcall GlobalLock(intptr_t memory)')
  const GlobalUnlock = kernel32.func('int __stdcall GlobalUnlock(intptr_t memory)')
  const GlobalSize = kernel32.func('size_t __stdcall GlobalSize(intptr_t memory)')
  const GlobalFree = kernel32.func('intptr_t __stdcall GlobalFree(intptr_t memory)')
  const copyIn = kernel32.func('RtlMoveMemory', 'void', ['void *', koffi.pointer('uint8_t'), 'size_t'])
  const copyOut = kernel32.func('RtlMoveMemory', 'void', [
    koffi.out(koffi.pointer('uint8_t')),
    'void *',
    'size_t',
  ])

  function whileOpen<T>(owner: number, use: () => T): T {
    if (!OpenClipboard(owner)) throw new ClipboardHeld()
    try {
      return use()
    } finally {
      CloseClipboard()
    }
  }

  /** Null for a format that its owner cannot deliver. */
  function bytesOf(format: number): Uint8Array | null {
    const memory: number = GetClipboardData(format)
    if (!memory) return null
    const size = Number(GlobalSize(memory))
    const start: unknown = GlobalLock(memory)
    if (!start) return null
    try {
      const bytes = new Uint8Array(size)
      copyOut(bytes, start, size)
      return bytes
    } finally {
      GlobalUnlock(memory)
    }
  }

  /** A format that is refused is left out: the others are worth having without it. */
  function put(format: number, bytes: Uint8Array): void {
    const memory: number = GlobalAlloc(GMEM_MOVEABLE, bytes.length)
    if (!memory) return
    copyIn(GlobalLock(memory), bytes, bytes.length)
    GlobalUnlock(memory)
    // Taken, the memory is the system's; refused, it is still ours.
    if (!SetClipboardData(format, memory)) GlobalFree(memory)
  }

  /** Asking a program that hangs for a format would hang us as well. */
  function whileAnswered<T>(use: () => T): T {
    const owner: number = GetClipboardOwner()
    const answers =
      !owner || SendMessageTimeoutW(owner, WM_NULL, 0, 0, SMTO_ABORTIFHUNG, OWNER_LIMIT_MS, [0]) !== 0
    if (!answers) throw new OwnerSilent()
    return whileOpen(0, use)
  }

  return {
    /** The number of a format by its name. */
    formatNamed: (name: string): number => RegisterClipboardFormatW(name),

    /** Another number after every change, by whomever. */
    version: (): number => GetClipboardSequenceNumber(),

    /** The window by which a program has the clipboard open now; null when none has, or it did so without a window. */
    openedBy: (): number | null => GetOpenClipboardWindow() || null,

    /** Whether a format is there, by its mere name: nothing is read, and nobody asked. */
    has: (format: number): boolean => IsClipboardFormatAvailable(format) !== 0,

    /** @throws ClipboardHeld, OwnerSilent */
    readOne: (format: number): Uint8Array | null => whileAnswered(() => bytesOf(format)),

    /**
     * Every format that consists of bytes.
     *
     * @throws ClipboardHeld, OwnerSilent
     */
    read(): ReadContent {
      return whileAnswered(() => {
        const first: number = EnumClipboardFormats(0)
        const content: [number, Uint8Array][] = []
        const deadline = performance.now() + READING_LIMIT_MS
        let format = first
        for (; format && performance.now() < deadline; format = EnumClipboardFormats(format)) {
          const bytes = consistsOfBytes(format) ? bytesOf(format) : null
          if (bytes) content.push([format, bytes])
        }
        // Ended by the deadline, the last format is one that was not read.
        return { content, isWhole: !format && (!first || content.length > 0) }
      })
    },

    /**
     * Replaces everything on the clipboard at once.
     *
     * @throws ClipboardHeld
     */
    write(content: ClipboardContent): void {
      // Emptied by a program without a window, the clipboard refuses what comes after (winuser.h, OpenClipboard).
      const owner: number = CreateWindowExW(0, 'STATIC', null, 0, 0, 0, 0, 0, HWND_MESSAGE, 0, 0, null)
      try {
        whileOpen(owner, () => {
          EmptyClipboard()
          for (const [format, bytes] of content) put(format, bytes)
        })
      } finally {
        // What is rendered already stays when its owner goes.
        DestroyWindow(owner)
      }
    },
  }
}

export type Win32Clipboard = ReturnType<typeof openWin32Clipboard>

/**
 * False for formats that are handles to something else than memory, or belong to one program alone. Windows makes bitmaps
 * anew from the DIB, which is bytes.
 */
export function consistsOfBytes(format: number): boolean {
  const [CF_BITMAP, CF_METAFILEPICT, CF_PALETTE, CF_ENHMETAFILE] = [2, 3, 9, 14]
  if ([CF_BITMAP, CF_METAFILEPICT, CF_PALETTE, CF_ENHMETAFILE].includes(format)) return false
  // CF_OWNERDISPLAY and CF_DSP…; CF_PRIVATEFIRST to CF_GDIOBJLAST.
  return !(format >= 0x80 && format <= 0x8e) && !(format >= 0x200 && format <= 0x3ff)
}
