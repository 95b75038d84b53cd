import type { Locator, Page } from '@playwright/test'
import { strings } from '../../../renderer/workbench/strings.ts'

const words = strings.editor

/** The editor of one phrase, in the workbench's drawer. */
export class PhraseEditor {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The general wording, as it is written. */
  get body(): Locator {
    return this.page.getByLabel(words.fields.body, { exact: true })
  }
  /** The wording on the tab that is open. */
  get script(): Locator {
    return this.page.locator('[data-writing=script] [role=textbox]').locator('visible=true')
  }
  get condition(): Locator {
    return this.page.getByLabel(words.fields.guard, { exact: true })
  }
  get completions(): Locator {
    return this.page.getByRole('listbox', { name: words.codeMirror.Completions })
  }
  /** The completion that Enter would take. */
  get offered(): Locator {
    return this.completions.getByRole('option', { selected: true })
  }
  get preview(): Locator {
    return this.page.getByRole('region', { name: words.preview, exact: true })
  }
  get waivers(): Locator {
    return this.page.getByRole('region', { name: words.waivers.list })
  }
  get helpSearch(): Locator {
    return this.page.getByRole('textbox', { name: words.help.search })
  }

  /** A problem that is listed below the script, by what it speaks of. */
  problem(text: string): Locator {
    return this.page
      .getByRole('list', { name: words.problems.list })
      .getByRole('listitem')
      .filter({ hasText: text })
  }
  /** Words that are underlined in the script. */
  underlined(text: string): Locator {
    return this.script.locator('.cm-lintRange').filter({ hasText: text })
  }
  tab(name: string): Locator {
    return this.page.getByRole('tab', { name, exact: true })
  }
  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  async name(title: string, code = ''): Promise<void> {
    await this.page.getByLabel(words.fields.title, { exact: true }).fill(title)
    await this.page.getByLabel(words.fields.code, { exact: true }).fill(code)
  }

  /** Puts the caret at the end of the script. */
  async goToEnd(): Promise<void> {
    await this.script.click()
    await this.page.keyboard.press('ControlOrMeta+End')
  }

  /** Words as an input method brings them, or as they are pasted. */
  async insert(text: string): Promise<void> {
    await this.page.keyboard.insertText(text)
  }

  /** Takes the completion that is offered first, once it is `name`. */
  async take(name: string): Promise<void> {
    await this.offered.filter({ hasText: name }).waitFor()
    await this.page.keyboard.press('Enter')
    await this.completions.waitFor({ state: 'hidden' })
  }

  /** Types names of buyer types and takes each as it is offered. */
  async chooseTypes(...names: string[]): Promise<void> {
    const select = this.page.getByLabel(words.variants.buyerTypes).locator('visible=true')
    await select.click()
    for (const name of names) {
      await select.fill(name)
      await this.page.getByTitle(name).locator('visible=true').first().waitFor()
      await select.press('Enter')
    }
    await select.press('Tab')
  }

  /** Asks to save; what comes of it is for the caller to see. */
  async trySave(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+s')
  }

  /** Saves; the editor closes when the phrase is in the library. */
  async save(): Promise<void> {
    await this.trySave()
    await this.body.waitFor({ state: 'hidden' })
  }
}
