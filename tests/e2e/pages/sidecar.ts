import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test'
import type { Rectangle } from 'electron'
import { SIDECAR_STRINGS } from '../../../renderer/panel/sidecar/strings.ts'
import { STRINGS } from '../../../renderer/panel/strings.ts'
import type { Desktop } from '../../support/desktop/desktop.ts'
import { run } from '../../support/desktop/run.ts'
import type { Program } from '../support/program.ts'

/** The sidecar under the hands of an agent: the pointer is the X server's own, so a click can take the keyboard. */
export class Sidecar {
  readonly page: Page
  readonly #app: ElectronApplication
  readonly #desktop: Desktop

  constructor(page: Page, app: ElectronApplication, desktop: Desktop) {
    this.page = page
    this.#app = app
    this.#desktop = desktop
  }

  /** The sidecar's page, as soon as there is a chat to stand beside. */
  static async of({ app }: Program, desktop: Desktop): Promise<Sidecar> {
    const find = () => app.windows().find((window) => window.url().endsWith('#sidecar'))
    await expect.poll(() => find() !== undefined, { timeout: 15_000 }).toBe(true)
    return new Sidecar(find() as Page, app, desktop)
  }

  get query(): Locator {
    return this.page.getByRole('combobox')
  }
  /** What is selected in its input. */
  markedWords(): Promise<string> {
    return this.query.evaluate((input: HTMLInputElement) =>
      input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
    )
  }
  get rows(): Locator {
    return this.page.getByRole('listbox', { name: STRINGS.results.label }).getByRole('option')
  }
  row(title: string): Locator {
    return this.rows.filter({ hasText: title }).first()
  }
  /** One of the seven, or all. */
  step(name: string): Locator {
    return this.page.getByRole('radio', { name })
  }
  get preview(): Locator {
    return this.page.getByRole('region', { name: STRINGS.preview.label })
  }
  get notice(): Locator {
    return this.page.locator('footer[data-tone] p')
  }
  get rib(): Locator {
    return this.page.getByRole('button', { name: SIDECAR_STRINGS.rib })
  }
  group(name: string): Locator {
    return this.page.getByRole('navigation', { name: SIDECAR_STRINGS.groups }).getByRole('button', { name })
  }
  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }
  get menu(): Locator {
    return this.page.getByRole('menu')
  }
  choice(name: string): Locator {
    return this.menu.getByRole('menuitem', { name })
  }

  /** Presses a button of the mouse on it, on the real screen. 1 is the left one, 3 the right one. */
  async click(what: Locator, button = 1): Promise<void> {
    await what.scrollIntoViewIfNeeded()
    const inPage = await what.boundingBox()
    const { x, y } = await this.bounds()
    if (!inPage) throw new Error('it is not to be seen')
    const at = [x + inPage.x + inPage.width / 2, y + inPage.y + inPage.height / 2]
    await run(
      'xdotool',
      ['mousemove', ...at.map((place) => String(Math.round(place))), 'click', String(button)],
      this.#desktop.env,
    )
  }

  /** Where the window stands on the screen, px; it is asked even while it is hidden. */
  async bounds(): Promise<Rectangle> {
    const window = await this.#app.browserWindow(this.page)
    return window.evaluate((shown) => shown.getBounds())
  }

  async isVisible(): Promise<boolean> {
    const window = await this.#app.browserWindow(this.page)
    return window.evaluate((shown) => shown.isVisible())
  }

  async hasKeyboard(): Promise<boolean> {
    const window = await this.#app.browserWindow(this.page)
    return window.evaluate((shown) => shown.isFocused())
  }

  /** Stands there before long. */
  async standsAt(place: Partial<Rectangle>): Promise<void> {
    await expect.poll(() => this.isVisible()).toBe(true)
    await expect.poll(() => this.bounds()).toMatchObject(place)
  }
}
