import type { Locator, Page } from '@playwright/test'
import { strings } from '../../../renderer/workbench/strings.ts'

/** The workbench under a mouse and a keyboard. */
export class Workbench {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get phrases(): Locator {
    return this.page.getByRole('grid', { name: strings.phrases.table })
  }
  phrase(title: string): Locator {
    return this.phrases.getByRole('row').filter({ hasText: title })
  }
  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true })
  }
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }

  async goTo(page: 'phrases' | 'products' | 'customers' | 'follow-ups' | 'team' | 'settings'): Promise<void> {
    await this.page
      .getByRole('navigation', { name: strings.menu.label })
      // What is told beside one page's name may speak of another.
      .getByRole('button', { name: new RegExp(`^${strings.menu[page]}`) })
      .click()
  }

  /** Writes a new phrase and saves it; what comes of it is for the caller to see. */
  async write({ title, code = '', body }: { title: string; code?: string; body: string }): Promise<void> {
    await this.page.getByRole('button', { name: strings.phrases.create }).click()
    await this.field(strings.editor.fields.title).fill(title)
    await this.field(strings.editor.fields.code).fill(code)
    await this.field(strings.editor.fields.body).fill(body)
    await this.save()
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`${strings.save}$`) }).click()
  }

  /** Chooses a file in the import dialog; the report of what it would do follows. */
  async chooseImport(file: string): Promise<void> {
    await this.page.getByRole('button', { name: strings.phrases.import, exact: true }).click()
    await this.page.getByLabel(strings.import.phrases.choose).setInputFiles(file)
  }
}
