import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test'
import type { BrowserWindow, Rectangle } from 'electron'
import { STRINGS } from '../../../renderer/panel/strings.ts'
import type { Desktop } from '../../support/desktop/desktop.ts'
import { pressKeys, typeText } from '../../support/desktop/keyboard.ts'
import { run } from '../../support/desktop/run.ts'
import { needsOwnScreen } from '../support/system-desktop.ts'

export const HOTKEY = 'ctrl+alt+space'

/** The quick panel under the hands of an agent: keys come from the X server, as from a keyboard. */
export class Panel {
  readonly page: Page
  readonly #app: ElectronApplication
  readonly #desktop: Desktop

  constructor(page: Page, app: ElectronApplication, desktop: Desktop) {
    this.page = page
    this.#app = app
    this.#desktop = desktop
  }

  get query(): Locator {
    return this.page.getByRole('combobox')
  }
  get list(): Locator {
    return this.page.getByRole('listbox', { name: STRINGS.results.label })
  }
  get rows(): Locator {
    return this.list.getByRole('option')
  }
  get selectedRow(): Locator {
    return this.page.getByRole('option', { selected: true })
  }
  get preview(): Locator {
    return this.page.getByRole('region', { name: STRINGS.preview.label })
  }
  /** The text of the script as it will be sent. */
  get script(): Locator {
    return this.preview.locator('[data-script]')
  }
  /** What the last act came to. */
  get notice(): Locator {
    return this.page.locator('footer[data-tone] p')
  }
  chip(name: string): Locator {
    return this.page
      .getByRole('group', { name: STRINGS.chips.label })
      .getByRole('button', { name, exact: false })
  }
  blank(label: string): Locator {
    return this.page.getByLabel(STRINGS.preview.fill(label), { exact: true })
  }
  /** One of the wordings that the phrase in hand offers. */
  variant(name: string): Locator {
    return this.page.getByRole('radiogroup', { name: STRINGS.variants.label }).getByRole('radio', { name })
  }
  /** What was promised a moment ago. */
  get promise(): Locator {
    return this.page.getByRole('complementary')
  }
  step(name: string): Locator {
    return this.page.getByRole('radio', { name })
  }

  /** The library has answered: the first list stands. */
  async isReady(): Promise<void> {
    await expect(this.list.or(this.page.getByText(STRINGS.nothing.empty))).toBeAttached()
  }

  /** Presses the hotkey in whichever window is in front. */
  async summon(hotkey = HOTKEY): Promise<void> {
    await this.press(hotkey)
    await this.isOpen()
  }

  /** It has the keyboard. The page itself cannot be asked: Playwright makes every page believe that it has. */
  async isOpen(): Promise<void> {
    await expect.poll(() => this.#ask((window) => window.isVisible() && window.isFocused())).toBe(true)
    await expect(this.query).toBeFocused()
  }

  async isClosed(): Promise<void> {
    await expect.poll(() => this.#ask((window) => window.isVisible())).toBe(false)
  }

  async hide(): Promise<void> {
    const window = await this.#app.browserWindow(this.page)
    await window.evaluate((shown) => shown.hide())
    await this.isClosed()
  }

  /** Where the window stands on the screen, px. */
  bounds(): Promise<Rectangle> {
    return this.#ask((window) => window.getBounds())
  }

  async #ask<T>(question: (window: BrowserWindow) => T): Promise<T> {
    const window = await this.#app.browserWindow(this.page)
    return window.evaluate(question)
  }

  async press(...keys: string[]): Promise<void> {
    needsOwnScreen()
    return pressKeys(this.#desktop.env, ...keys)
  }

  /** The same key several times, faster than any finger. */
  async pressAtOnce(...keys: string[]): Promise<void> {
    needsOwnScreen()
    await run('xdotool', ['key', '--delay', '0', ...keys], this.#desktop.env)
  }

  /** As a finger does that hits a key twice: 100 ms apart, however slow the machine is. */
  async pressTwice(key: string): Promise<void> {
    needsOwnScreen()
    await run('xdotool', ['key', '--delay', '100', key, key], this.#desktop.env)
  }

  async type(text: string): Promise<void> {
    needsOwnScreen()
    return typeText(this.#desktop.env, text)
  }

  /** Types what is looked for; the list then answers it. */
  async search(text: string): Promise<void> {
    await this.type(text)
    await this.answers(text)
  }

  /** `@`, then words as an input method brings them. `code` is the article that must come first. */
  async chooseProduct(words: string, code: string): Promise<void> {
    await this.type('@')
    await expect(this.query).toHaveAttribute('placeholder', STRINGS.products.placeholder)
    await this.page.keyboard.insertText(words)
    await this.selectedRow.filter({ hasText: code }).waitFor()
    await this.press('Return')
    await this.chip(`${STRINGS.chips.product}：`).waitFor()
  }

  /** `#`, then a line such as 小鱼儿 老客 浙江 165 50kg. */
  async describeBuyer(line: string): Promise<void> {
    const [nickname = ''] = line.split(' ')
    await this.type('#')
    await expect(this.query).toHaveAttribute('placeholder', STRINGS.buyers.placeholder)
    await this.page.keyboard.insertText(line)
    await this.selectedRow.filter({ hasText: nickname }).waitFor()
    await this.press('Return')
    await this.chip(`${STRINGS.chips.buyer}：${nickname}`).waitFor()
  }

  /** Tab to each blank in turn, and words as an input method brings them. */
  async fillBlanks(values: readonly string[]): Promise<void> {
    for (const [index, value] of values.entries()) {
      const blank = this.page.locator('[data-at=blank]').nth(index)
      await blank.waitFor()
      await this.press('Tab')
      await expect(blank).toBeFocused()
      await this.page.keyboard.insertText(value)
    }
  }

  async answers(query: string): Promise<void> {
    await expect(this.list).toHaveAttribute('data-query', query)
  }

  async openWorkbench(): Promise<void> {
    await this.page.evaluate(() =>
      window.goldenSix?.request({
        kind: 'call',
        type: 'mutation',
        path: 'panel.openWorkbench',
        input: undefined,
      }),
    )
  }
}
