import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chat, openChat } from '../../support/desktop/chat.ts'
import {
  clipboardTargets,
  copyToClipboard,
  readClipboard,
  readClipboardText,
} from '../../support/desktop/clipboard.ts'
import { maySkipDesktopTests } from '../../support/desktop/desktop.ts'
import { pressKeys } from '../../support/desktop/keyboard.ts'
import { type Fixture, startFixture, until } from './fixture.ts'

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** How Electron names an X target that has no MIME type; on X11 it lists the owner's protocol names as well. */
const raw = (target: string) => `electron application/osclipboard;format="${target}"`

describe.skipIf(maySkipDesktopTests())('the clipboard on the stand-in', () => {
  let fixture: Fixture
  let chat: Chat
  beforeAll(async () => {
    fixture = await startFixture()
    chat = await openChat(fixture.desktop)
  }, 60_000)
  afterAll(async () => {
    await chat.close()
    await fixture.stop()
  })

  it('gives other programs the text that the app wrote', async () => {
    await fixture.app.evaluate(({ clipboard }) => clipboard.writeText('亲，您好😀'))
    expect(await readClipboardText(fixture.desktop.env)).toBe('亲，您好😀')
    await chat.focus()
    await chat.clear()
    await pressKeys(fixture.desktop.env, 'ctrl+v')
    expect((await chat.waitForText('亲，您好😀')).inputType).toBe('insertFromPaste')
  })

  it('reads what other programs copied: text, HTML and images', async () => {
    const { env } = fixture.desktop
    await copyToClipboard(env, '来自别处')
    expect(
      await fixture.app.evaluate(async ({ clipboard }) => [
        await clipboard.readText(),
        (await clipboard.read())[0]!.types,
      ]),
    ).toEqual(['来自别处', ['text/plain', raw('TARGETS'), raw('UTF8_STRING')]])
    await copyToClipboard(env, '<b>粗</b>', 'text/html')
    const html = await fixture.app.evaluate(async ({ clipboard }) => {
      const [item] = await clipboard.read()
      return [
        item!.types,
        await (await item!.getType('text/html')).text(),
        await clipboard.has('text/html'),
        await clipboard.has('image/png'),
      ]
    })
    expect(html).toEqual([[raw('TARGETS'), 'text/html'], '<b>粗</b>', true, false])
    await copyToClipboard(env, onePixel, 'image/png')
    const image = await fixture.app.evaluate(async ({ clipboard }) => {
      const [item] = await clipboard.read()
      return Buffer.from(await (await item!.getType('image/png')).arrayBuffer()).toString('base64')
    })
    expect(image).toBe(onePixel.toString('base64'))
  })

  it('reads what is too large for one answer', async () => {
    const large = '话'.repeat(700_000)
    await copyToClipboard(fixture.desktop.env, large)
    expect(await fixture.app.evaluate(async ({ clipboard }) => (await clipboard.readText()).length)).toBe(
      700_000,
    )
  })

  it('writes several formats at once, and other programs see them all', async () => {
    const png = onePixel.toString('base64')
    await fixture.app.evaluate(async ({ clipboard, ClipboardItem }, image) => {
      await clipboard.write([
        new ClipboardItem({
          'text/plain': '纯文本',
          'text/html': '<i>斜</i>',
          'image/png': new Blob([Buffer.from(image, 'base64')]),
          'electron application/osclipboard;format="application/x-golden"': new Blob(['own']),
        }),
      ])
    }, png)
    const { env } = fixture.desktop
    expect(await clipboardTargets(env)).toEqual(
      expect.arrayContaining(['UTF8_STRING', 'text/html', 'image/png', 'application/x-golden']),
    )
    expect(await readClipboardText(env)).toBe('纯文本')
    expect((await readClipboard(env, 'text/html')).toString()).toBe('<i>斜</i>')
    expect(await readClipboard(env, 'image/png')).toEqual(onePixel)
    expect((await readClipboard(env, 'application/x-golden')).toString()).toBe('own')
  })

  it('lets the app put back every format that another program had copied', async () => {
    await chat.page.evaluate(() => {
      document.addEventListener(
        'copy',
        (event) => {
          event.preventDefault()
          event.clipboardData?.setData('text/plain', '原文')
          event.clipboardData?.setData('text/html', '<p>原文</p>')
        },
        { once: true },
      )
    })
    await chat.focus()
    await pressKeys(fixture.desktop.env, 'ctrl+c')
    await until(
      () => readClipboardText(fixture.desktop.env),
      (text) => text === '原文',
    )
    await fixture.app.evaluate(async ({ clipboard, ClipboardItem }) => {
      const kept: Record<string, Blob> = {}
      for (const item of await clipboard.read())
        for (const type of item.types.filter((name) => !name.startsWith('electron ')))
          kept[type] = (await item.getType(type)) as Blob
      await clipboard.writeText('话术')
      await clipboard.write([new ClipboardItem(kept)])
    })
    expect(await readClipboardText(fixture.desktop.env)).toBe('原文')
    expect((await readClipboard(fixture.desktop.env, 'text/html')).toString()).toContain('<p>原文</p>')
  })

  it('is as strict as Electron 45: asynchronous, read lazily, and no item is written that was read', async () => {
    const answers = await fixture.app.evaluate(async ({ clipboard, ClipboardItem }) => {
      const failure = (work: () => unknown) =>
        Promise.resolve()
          .then(work)
          .then(() => 'no error', String)
      await clipboard.write([new ClipboardItem({ 'text/html': '<b>1</b>' })])
      const [item] = await clipboard.read()
      const again = await failure(() => clipboard.write([item!]))
      await clipboard.writeText('over')
      return [
        again,
        await failure(() => item!.getType('text/html')),
        await failure(() => item!.getType('image/png')),
        await failure(() => Reflect.get(clipboard, 'readHTML')),
        await failure(() => clipboard.write([new ClipboardItem({ 'image/png': 'no image' })])),
      ]
    })
    expect(answers[0]).toContain('cannot accept a ClipboardItem returned from clipboard.read()')
    expect(answers[1]).toContain("The type 'text/html' was not found")
    expect(answers[2]).toContain("The type 'image/png' was not found")
    expect(answers[3]).toContain('electron stand-in: clipboard.readHTML is not implemented')
    expect(answers[4]).toContain('is not a PNG image')
  })

  it('clears, and keeps the selection of the middle button apart', async () => {
    const seen = await fixture.app.evaluate(async ({ clipboard }) => {
      await clipboard.writeText('clip')
      await clipboard.selection.writeText('primary')
      const both = [await clipboard.readText(), await clipboard.selection.readText()]
      clipboard.clear()
      return [...both, await clipboard.readText(), (await clipboard.read())[0]!.types.length]
    })
    expect(seen).toEqual(['clip', 'primary', '', 0])
  })
})
