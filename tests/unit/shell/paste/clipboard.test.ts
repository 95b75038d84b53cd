import { describe, expect, it } from 'vitest'
import { clipboardText } from '../../../../electron/shell/paste/borrowed-clipboard.ts'
import { electronClipboard, isContentFormat } from '../../../../electron/shell/paste/clipboard.ts'

type Payload = Blob | { title: string; url: string } | (() => never)

/** Electron's ClipboardItem, with formats that may fail to be delivered. */
class Item {
  readonly #formats: Record<string, Payload>
  constructor(formats: Record<string, Payload>) {
    this.#formats = formats
  }
  get types(): string[] {
    return Object.keys(this.#formats)
  }
  async getType(type: string) {
    const payload = this.#formats[type]
    if (typeof payload === 'function') return payload()
    return payload
  }
}

/** A clipboard that holds `items` and refuses formats for which `refuses` is true. */
function clipboardWith(items: Item[], refuses: (type: string) => boolean = () => false) {
  const state = { items }
  const electron = {
    read: async () => state.items,
    write: async (written: Item[]) => {
      if (written.some((item) => item.types.some(refuses))) throw new TypeError('format refused')
      state.items = written
    },
    readText: async () => '',
    writeText: async (text: string) => {
      state.items = [new Item({ 'text/plain': new Blob([text]) })]
    },
    clear: () => {
      state.items = []
    },
  }
  // The two differ from Electron's classes only in overloads that no test needs.
  const port = electronClipboard(electron as never, Item as never)
  return { port, formats: () => state.items.flatMap((item) => item.types) }
}

const blob = new Blob(['x'])

describe('a snapshot of the clipboard', () => {
  it('takes every format with it and puts each back', async () => {
    const raw = 'electron application/osclipboard;format="Rich Text Format"'
    const { port, formats } = clipboardWith([
      new Item({
        'text/plain': blob,
        'text/html': blob,
        'image/png': blob,
        [raw]: blob,
        'electron application/bookmark': { title: '店铺', url: 'https://example.com' },
      }),
    ])
    const snapshot = await port.snapshot()
    await port.writeText('亲，在的', 'passing')
    await snapshot.putBack()
    expect(formats()).toEqual(['text/plain', 'text/html', 'image/png', raw, 'electron application/bookmark'])
  })

  it('goes without a format that its owner lists and does not deliver', async () => {
    const broken = () => {
      throw new Error('gone')
    }
    const { port, formats } = clipboardWith([new Item({ 'text/plain': blob, 'image/png': broken })])
    await (await port.snapshot()).putBack()
    expect(formats()).toEqual(['text/plain'])
  })

  it('puts back what everybody accepts when one format is refused', async () => {
    const odd = 'electron application/osclipboard;format="Locale"'
    const { port, formats } = clipboardWith(
      [new Item({ 'text/plain': blob, 'text/html': blob, [odd]: blob })],
      (type) => type === odd,
    )
    const snapshot = await port.snapshot()
    await port.writeText('亲，在的', 'passing')
    await snapshot.putBack()
    expect(formats()).toEqual(['text/plain', 'text/html'])
  })

  it('of an empty clipboard leaves it empty again', async () => {
    const { port, formats } = clipboardWith([])
    const snapshot = await port.snapshot()
    await port.writeText('亲，在的', 'passing')
    await snapshot.putBack()
    expect(formats()).toEqual([])
  })

  it("does not carry X11's own questions as if they were content", () => {
    expect(isContentFormat('electron application/osclipboard;format="TARGETS"')).toBe(false)
    expect(isContentFormat('electron application/osclipboard;format="CF_HDROP"')).toBe(true)
    expect(isContentFormat('image/png')).toBe(true)
  })
})

describe('text on its way to the clipboard', () => {
  it('has the line breaks of the system', () => {
    expect(clipboardText('一\n二\r\n三\r四', '\r\n')).toBe('一\r\n二\r\n三\r\n四')
    expect(clipboardText('一\r\n二', '\n')).toBe('一\n二')
  })

  it('holds nothing that the clipboard cannot carry', () => {
    expect(clipboardText('亲\0在', '\n')).toBe('亲在')
    expect(clipboardText('笑😊', '\n')).toBe('笑😊')
    expect(clipboardText('半个\ud83d', '\n')).toBe('半个\ufffd')
  })
})

describe('what a password keeper has marked', () => {
  it.each(['x-kde-passwordManagerHint', 'org.nspasteboard.ConcealedType'])(
    'by %s is known without being read',
    async (mark) => {
      const unread = () => {
        throw new Error('this must not be read')
      }
      const raw = `electron application/osclipboard;format="${mark}"`
      const marked = clipboardWith([new Item({ 'text/plain': unread, [raw]: unread })])
      expect(await marked.port.isPrivate()).toBe(true)
      expect(await clipboardWith([new Item({ 'text/plain': unread })]).port.isPrivate()).toBe(false)
    },
  )
})

it('is not whole when nothing of an item can be read, and is when one of its formats cannot', async () => {
  const failing = () => {
    throw new Error('cannot be delivered')
  }
  const isWhole = async (item: Item) => (await clipboardWith([item]).port.snapshot()).isWhole
  expect(await isWhole(new Item({ 'text/plain': failing }))).toBe(false)
  expect(await isWhole(new Item({ 'text/plain': blob, 'text/html': failing }))).toBe(true)
  expect((await clipboardWith([]).port.snapshot()).isWhole).toBe(true)
})
