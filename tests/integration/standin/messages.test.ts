import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maySkipDesktopTests } from '../../support/desktop/desktop.ts'
import { type Fixture, startFixture } from './fixture.ts'

interface Exposed {
  version: number
  nested: { list: [number, { deep: boolean }] }
  add(a: number, b: number): number
  fail(): void
  later(value: unknown): Promise<unknown>
  callBack(callback: (word: string) => unknown): unknown
  invoke(channel: string, ...values: unknown[]): Promise<unknown>
  send(channel: string, ...values: unknown[]): void
  onSaid(listener: (...values: unknown[]) => void): () => void
  invokeWithFunction(): Promise<unknown>
  process: object
}
declare const window: Window & typeof globalThis & { fixture: Exposed }

describe.skipIf(maySkipDesktopTests())('messages and the bridge on the stand-in', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await startFixture()
  }, 60_000)
  afterAll(() => fixture.stop())

  it('carries to the app and back what the structured clone algorithm can carry', async () => {
    const same = await fixture.page.evaluate(async () => {
      const cyclic: Record<string, unknown> = { name: '圈' }
      cyclic.self = cyclic
      class Phrase {
        code = 'bj01'
      }
      const sent = [
        undefined,
        null,
        -0,
        Number.NaN,
        10n,
        '二😀',
        new Date(5),
        /a+/gi,
        new Map([[1, new Set([2])]]),
        new Uint8Array([1, 255]),
        new Float64Array([1.5]),
        new RangeError('far'),
        Object.assign(new Array(3), { 0: 1, 2: 3 }),
        new Phrase(),
      ]
      const back = (await window.fixture.invoke('echo', ...sent, cyclic)) as typeof sent
      const [, , zero, nan, , , date, regexp, map, bytes, floats, error, sparse, phrase, loop] =
        back as unknown as [
          never,
          never,
          number,
          number,
          never,
          never,
          Date,
          RegExp,
          Map<number, Set<number>>,
          Uint8Array,
          Float64Array,
          RangeError,
          unknown[],
          object,
          { self: unknown },
        ]
      return [
        back[0] === undefined && back[1] === null && back[4] === 10n && back[5] === '二😀',
        Object.is(zero, -0) && Number.isNaN(nan),
        date.getTime() === 5 && regexp.source === 'a+' && regexp.flags === 'gi',
        map.get(1)?.has(2),
        [...bytes].join() === '1,255' && floats[0] === 1.5,
        error instanceof RangeError && error.message === 'far',
        sparse.length === 3 && !(1 in sparse),
        Object.getPrototypeOf(phrase) === Object.prototype && JSON.stringify(phrase) === '{"code":"bj01"}',
        loop.self === loop,
      ]
    })
    expect(same).toEqual(Array(9).fill(true))
  })

  it('tells the app who sends', async () => {
    expect(await fixture.page.evaluate(() => window.fixture.invoke('sender'))).toEqual({
      url: 'app://ui/index.html',
      origin: 'app://ui',
    })
  })

  it('hands an error of a handler to the page with its message, and to nobody else', async () => {
    await expect(fixture.page.evaluate(() => window.fixture.invoke('boom'))).rejects.toThrow(
      "Error invoking remote method 'boom': TypeError: kaboom",
    )
  })

  it('refuses what cannot be cloned, in both directions', async () => {
    await expect(fixture.page.evaluate(() => window.fixture.invokeWithFunction())).rejects.toThrow(
      'An object could not be cloned.',
    )
    await expect(fixture.page.evaluate(() => window.fixture.invoke('returns-a-function'))).rejects.toThrow(
      'An object could not be cloned.',
    )
    const refused = await fixture.app.evaluate(({ BrowserWindow }) => {
      try {
        BrowserWindow.getAllWindows()[0]!.webContents.send('said', () => 1)
        return 'sent'
      } catch (error) {
        return String(error)
      }
    })
    expect(refused).toContain('An object could not be cloned.')
  })

  it('speaks to the page, in order, until the page stops listening', async () => {
    await fixture.page.evaluate(() => {
      const heard: unknown[] = []
      Object.assign(window, { heard, stop: window.fixture.onSaid((...values) => heard.push(values)) })
    })
    const say = (word: string) =>
      fixture.app.evaluate(
        ({ BrowserWindow }, text) =>
          BrowserWindow.getAllWindows()[0]!.webContents.send('said', text, { at: new Date(7) }),
        word,
      )
    await say('one')
    await say('two')
    await fixture.page.waitForFunction(() => (Reflect.get(window, 'heard') as unknown[]).length === 2)
    expect(await fixture.page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([
      ['one', { at: new Date(7) }],
      ['two', { at: new Date(7) }],
    ])
    await fixture.page.evaluate(() => (Reflect.get(window, 'stop') as () => void)())
    await say('three')
    expect(
      await fixture.page.evaluate(async () => [
        await window.fixture.later(1),
        (Reflect.get(window, 'heard') as unknown[]).length,
      ]),
    ).toEqual([1, 2])
  })

  it('passes sent messages to listeners, which may reply', async () => {
    await fixture.app.evaluate(({ ipcMain }) => {
      ipcMain.once('knock', (event, word) => event.reply('said', `you said ${word}`))
    })
    const reply = await fixture.page.evaluate(
      () =>
        new Promise((resolve) => {
          window.fixture.onSaid((word) => resolve(word))
          window.fixture.send('knock', 'hello')
        }),
    )
    expect(reply).toBe('you said hello')
  })

  it('exposes functions, promises, callbacks and frozen data; keeps errors; hides the rest', async () => {
    const seen = await fixture.page.evaluate(async () => {
      const { fixture } = window
      const failure = (() => {
        try {
          fixture.fail()
          return 'none'
        } catch (error) {
          return (error as Error).message
        }
      })()
      return {
        sum: fixture.add(2, 3),
        deep: fixture.nested.list[1].deep,
        later: await fixture.later('值'),
        called: fixture.callBack((word) => `${word} back`),
        failure,
        frozen: Object.isFrozen(fixture) && Object.isFrozen(fixture.nested.list),
        preload: fixture.process,
        leaks: Object.keys(window).filter((name) => /standin|require|electron|ipc/i.test(name)),
        node: [
          typeof Reflect.get(window, 'require'),
          typeof Reflect.get(window, 'process'),
          typeof Reflect.get(window, 'Buffer'),
        ],
      }
    })
    expect(seen).toEqual({
      sum: 5,
      deep: true,
      later: '值',
      called: 'called back',
      failure: 'from the preload',
      frozen: true,
      preload: { type: 'renderer', sandboxed: true, contextIsolated: true },
      leaks: [],
      node: ['undefined', 'undefined', 'undefined'],
    })
  })

  it('keeps the preload out of the page’s reach', async () => {
    await fixture.page.evaluate(() => {
      JSON.stringify = () => 'tampered'
    })
    const answer = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents
      contents.reload()
      await new Promise((resolve) => contents.once('did-finish-load', resolve as () => void))
      return contents.executeJavaScript(
        `JSON.stringify = () => 'tampered'; fixture.invoke('echo', 'safe').then((values) => values[0])`,
      )
    })
    expect(answer).toBe('safe')
  })

  it('refuses a second handler for a channel', async () => {
    const refused = await fixture.app.evaluate(({ ipcMain }) => {
      try {
        ipcMain.handle('echo', () => 1)
        return ''
      } catch (error) {
        return String(error)
      }
    })
    expect(refused).toBe("Error: Attempted to register a second handler for 'echo'")
  })
})
