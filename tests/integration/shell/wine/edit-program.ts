/**
 * A small Windows program, run by Windows' Node under Wine: one edit control as its window. Messages beginning at WM_APP
 * make it misbehave in the ways that chat programs do.
 */
import koffi from 'koffi'
import { COMMANDS, HANGING, SCAN_CODE } from './edit-commands.ts'

const WS_OVERLAPPEDWINDOW = 0xcf0000
const WS_VISIBLE = 0x10000000
const ES_MULTILINE_AND_SCROLLING = 0x44 | 0x1000
const PM_REMOVE = 1
const WM_KEYDOWN = 0x100
const VK_V = 0x56
const PUMP_MS = 4

const user32 = koffi.load('user32.dll')
const CreateWindowExW = user32.func(
  'intptr_t __stdcall CreateWindowExW(uint32_t exStyle, str16 className, str16 title, uint32_t style, int x, int y,' +
    ' int width, int height, intptr_t parent, intptr_t menu, intptr_t instance, void *parameter)',
)
const PeekMessageW = user32.func(
  'int __stdcall PeekMessageW(_Out_ uint8_t *message, intptr_t window, uint32_t from, uint32_t to, uint32_t remove)',
)
const TranslateMessage = user32.func('int __stdcall TranslateMessage(uint8_t *message)')
const DispatchMessageW = user32.func('intptr_t __stdcall DispatchMessageW(uint8_t *message)')
const EnableWindow = user32.func('int __stdcall EnableWindow(intptr_t window, int isEnabled)')
const OpenClipboard = user32.func('int __stdcall OpenClipboard(intptr_t owner)')
const CloseClipboard = user32.func('int __stdcall CloseClipboard()')
const SetPropW = user32.func('int __stdcall SetPropW(intptr_t window, str16 name, intptr_t value)')

const style = WS_OVERLAPPEDWINDOW | WS_VISIBLE | ES_MULTILINE_AND_SCROLLING
const window: number = CreateWindowExW(0, 'EDIT', null, style, 40, 40, 500, 400, 0, 0, 0, null)
if (!window) throw new Error('no window')

/** Takes no messages for so long, as a program does that computes. */
function hang(ms: number): void {
  SetPropW(window, HANGING, 1)
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
  SetPropW(window, HANGING, 0)
}

const done: Record<number, (value: number) => void> = {
  [COMMANDS.hang]: hang,
  [COMMANDS.enable]: (isEnabled) => EnableWindow(window, isEnabled),
  [COMMANDS.holdClipboard](ms) {
    OpenClipboard(window)
    setTimeout(CloseClipboard, ms)
  },
  [COMMANDS.quit]: () => process.exit(0),
}

setInterval(() => {
  const message = Buffer.alloc(48)
  while (PeekMessageW(message, 0, 0, 0, PM_REMOVE)) {
    const kind = message.readUInt32LE(8)
    const value = Number(message.readBigUInt64LE(16))
    if (kind === WM_KEYDOWN && value === VK_V) SetPropW(window, SCAN_CODE, message.readUInt8(26))
    TranslateMessage(message)
    DispatchMessageW(message)
    done[kind]?.(value)
  }
}, PUMP_MS)
