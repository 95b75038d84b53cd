import { describe, expect, it } from 'vitest'
import { BorrowedClipboard } from '../../../../electron/shell/paste/borrowed-clipboard.ts'
import {
  type ClipboardImage,
  electronImageClipboard,
  type ImageClipboard,
} from '../../../../electron/shell/paste/image-clipboard.ts'
import { deviceIndependent, listOfFiles } from '../../../../electron/shell/paste/win32-image-clipboard.ts'
import { JPEG, png } from '../../../support/images.ts'
import { PretendClipboard } from './pretend-desktop.ts'
import { StoryClock } from './story-clock.ts'

const PNG: ClipboardImage = { file: '/数据 夹/a#1.png', type: 'image/png', content: png() }
const ADDRESS = 'file:///%E6%95%B0%E6%8D%AE%20%E5%A4%B9/a%231.png'

/** Electron's ClipboardItem as far as images need it. */
class Item {
  readonly #formats: Record<string, Blob>
  constructor(formats: Record<string, Blob>) {
    this.#formats = formats
  }
  get types() {
    return Object.keys(this.#formats)
  }
  getType = async (type: string) => this.#formats[type]
}

function electronHolding(items: Item[] = []) {
  const state = { items }
  const electron = {
    read: async () => state.items,
    write: async (written: Item[]) => {
      state.items = written
    },
  }
  const on = (platform: NodeJS.Platform) => electronImageClipboard(electron as never, Item as never, platform)
  const text = async (type: string) => (await state.items[0]?.getType(type))?.text()
  return { on, text, types: () => state.items.flatMap(({ types }) => types), state }
}

const raw = (format: string) => `electron application/osclipboard;format="${format}"`

describe('an image on the clipboard', () => {
  it('is a file that was copied, and its pixels, under X11', async () => {
    const { on, text, types } = electronHolding()
    await on('linux').write(PNG, 'passing')
    expect(types()).toEqual([raw('text/uri-list'), raw('x-special/gnome-copied-files'), 'image/png'])
    expect(await text(raw('text/uri-list'))).toBe(`${ADDRESS}\r\n`)
    expect(await text(raw('x-special/gnome-copied-files'))).toBe(`copy\n${ADDRESS}`)
  })

  it('is the address of a file on macOS', async () => {
    const { on, text } = electronHolding()
    await on('darwin').write(PNG, 'passing')
    expect(await text(raw('public.file-url'))).toBe(ADDRESS)
  })

  it('that is no PNG goes by its file alone: other pixels the systems do not share', async () => {
    const { on, types } = electronHolding()
    await on('linux').write({ file: '/a.jpg', type: 'image/jpeg', content: JPEG }, 'passing')
    expect(types()).not.toContain('image/jpeg')
  })

  it('is ours while the clipboard names its file, by whichever name of the format', async () => {
    const { on, state } = electronHolding()
    const images = on('linux')
    await images.write(PNG, 'passing')
    expect(await images.holds(PNG)).toBe(true)
    expect(await images.holds({ ...PNG, file: '/another.png' })).toBe(false)
    state.items = [new Item({ 'text/uri-list': new Blob([ADDRESS]) })]
    expect(await images.holds(PNG)).toBe(true)
    state.items = [new Item({ 'text/plain': new Blob(['别的']) })]
    expect(await images.holds(PNG)).toBe(false)
  })

  it('is a list of one file for Windows, in UTF-16, ended twice', () => {
    const list = listOfFiles('C:\\数据\\a.png')
    expect(list.readUInt32LE(0)).toBe(20)
    expect(list.readUInt32LE(16)).toBe(1)
    expect(list.subarray(20).toString('utf16le')).toBe('C:\\数据\\a.png\0\0')
  })

  it('has its rows from the bottom as pixels of Windows', () => {
    const bgra = Buffer.from([1, 1, 1, 1, 2, 2, 2, 2])
    const dib = deviceIndependent({ width: 1, height: 2, bgra })
    expect([dib.readUInt32LE(0), dib.readInt32LE(4), dib.readInt32LE(8), dib.readUInt16LE(14)]).toEqual([
      40, 1, 2, 32,
    ])
    expect([...dib.subarray(40)]).toEqual([2, 2, 2, 2, 1, 1, 1, 1])
  })
})

describe('a borrowed clipboard', () => {
  /** An image clipboard beside the pretended one, which forgets the image when something else is copied. */
  function borrowing() {
    const clock = new StoryClock()
    const clipboard = new PretendClipboard()
    let image: ClipboardImage | null = null
    const images: ImageClipboard = {
      write: async (written) => {
        image = written
        clipboard.copy('')
      },
      holds: async ({ file }) => image?.file === file && clipboard.text === '',
    }
    const borrowed = new BorrowedClipboard(clipboard, clock, '\n', images)
    return { borrowed, clipboard, clock, image: () => image }
  }

  it('holds an image, and gives back what the agent had', async () => {
    const { borrowed, clipboard, clock, image } = borrowing()
    clipboard.copy('运单号 SF1')
    expect(await clock.until(borrowed.put(PNG))).toBe(true)
    expect(image()).toBe(PNG)
    await borrowed.giveBack()
    expect(clipboard.text).toBe('运单号 SF1')
  })

  it('gives nothing back over what the agent has copied since', async () => {
    const { borrowed, clipboard, clock } = borrowing()
    clipboard.copy('运单号 SF1')
    await clock.until(borrowed.put(PNG))
    clipboard.copy('新复制的')
    await borrowed.giveBack()
    expect(clipboard.text).toBe('新复制的')
  })

  it('gives back what was there before the first of a text and an image', async () => {
    const { borrowed, clipboard, clock } = borrowing()
    clipboard.copy('运单号 SF1')
    await clock.until(borrowed.put('亲，看图'))
    await clock.until(borrowed.put(PNG))
    await borrowed.giveBack()
    expect(clipboard.text).toBe('运单号 SF1')
  })

  it('says that it could not, where images cannot be laid on the clipboard', async () => {
    const clock = new StoryClock()
    const borrowed = new BorrowedClipboard(new PretendClipboard(), clock, '\n')
    expect(await clock.until(borrowed.put(PNG))).toBe(false)
  })
})
