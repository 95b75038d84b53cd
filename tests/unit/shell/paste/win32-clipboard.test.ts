import { beforeEach, describe, expect, it } from 'vitest'
import { ClipboardHeld } from '../../../../electron/shell/paste/clipboard.ts'
import { win32ClipboardPort } from '../../../../electron/shell/paste/win32-clipboard.ts'
import {
  CF_HDROP,
  CF_UNICODETEXT,
  type ClipboardContent,
  consistsOfBytes,
  type Win32Clipboard,
} from '../../../../electron/shell/paste/win32-clipboard-library.ts'

const NAMES = [
  'ExcludeClipboardContentFromMonitorProcessing',
  'CanIncludeInClipboardHistory',
  'CanUploadToCloudClipboard',
  'Clipboard Viewer Ignore',
]
const formatNamed = (name: string) => 0xc000 + NAMES.indexOf(name)
const MARKS = NAMES.slice(0, 3).map(formatNamed)

let content: ClipboardContent
let holder: number | null
const port = win32ClipboardPort(
  {
    formatNamed,
    read: () => ({ content, isWhole: true }),
    readOne: (format: number) => content.find(([one]) => one === format)?.[1] ?? null,
    write(written: ClipboardContent) {
      if (holder !== null) throw new ClipboardHeld()
      content = written
    },
    has: (format: number) => content.some(([one]) => one === format),
    openedBy: () => holder,
  } as unknown as Win32Clipboard,
  (window) => (window === 9 ? 'ClipTool.exe' : ''),
)
const formats = () => content.map(([format]) => format)
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

beforeEach(() => {
  content = []
  holder = null
})

describe('the Windows clipboard', () => {
  it('keeps out of its history what is there for a paste, and lets stay what was copied', async () => {
    await port.writeText('亲，在的😊', 'passing')
    expect(formats()).toEqual([CF_UNICODETEXT, ...MARKS])
    expect(await port.readText()).toBe('亲，在的😊')
    await port.writeText('请帮我记住', 'kept')
    expect(formats()).toEqual([CF_UNICODETEXT])
  })

  it('brings files and text back byte for byte, and not into the history a second time', async () => {
    const files = Buffer.from('list of files')
    content = [
      [CF_HDROP, files],
      [CF_UNICODETEXT, utf16('a.png\0')],
    ]
    const before = await port.snapshot()
    await port.writeText('亲，在的', 'passing')
    await before.putBack()
    expect(formats()).toEqual([CF_HDROP, CF_UNICODETEXT, ...MARKS])
    expect(content[0]?.[1]).toBe(files)
  })

  it('brings back a password with the marks that it came with, once each', async () => {
    content = [
      [CF_UNICODETEXT, utf16('hunter2\0')],
      [formatNamed(NAMES[0] ?? ''), Uint8Array.of(1)],
    ]
    await (await port.snapshot()).putBack()
    expect(formats()).toEqual([CF_UNICODETEXT, MARKS[0], MARKS[1], MARKS[2]])
    expect(content[1]?.[1]).toEqual(Uint8Array.of(1))
  })

  it('tells without reading it what is not to be watched', async () => {
    content = [[CF_UNICODETEXT, utf16('hunter2\0')]]
    expect(await port.isPrivate()).toBe(false)
    for (const mark of ['ExcludeClipboardContentFromMonitorProcessing', 'Clipboard Viewer Ignore']) {
      content = [[formatNamed(mark), Uint8Array.of(0)]]
      expect(await port.isPrivate()).toBe(true)
    }
  })

  it('that was empty is empty again', async () => {
    const before = await port.snapshot()
    await port.writeText('亲，在的', 'passing')
    await before.putBack()
    expect(content).toEqual([])
  })

  it('reads a text up to its end, however long its memory is', async () => {
    content = [[CF_UNICODETEXT, Buffer.concat([utf16('亲\0left over'), Buffer.of(7)])]]
    expect(await port.readText()).toBe('亲')
  })

  it('names who has it open, where Windows tells', () => {
    expect(port.holder?.()).toBe(null)
    holder = 9
    expect(port.holder?.()).toBe('ClipTool.exe')
    holder = 8
    expect(port.holder?.()).toBe(null)
  })

  it('takes along what is made of bytes: no handles, nothing of one program alone', () => {
    expect([1, CF_UNICODETEXT, CF_HDROP, 8, 17, 0xc123].every(consistsOfBytes)).toBe(true)
    expect([2, 3, 9, 14, 0x80, 0x82, 0x200, 0x3ff].some(consistsOfBytes)).toBe(false)
  })
})
