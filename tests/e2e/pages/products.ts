import type { Locator, Page } from '@playwright/test'
import { strings } from '../../../renderer/workbench/strings.ts'

const words = strings.products

/** 商品 under a mouse and a keyboard. */
export class Products {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get main(): Locator {
    return this.page.getByRole('main')
  }
  /** Cards, lines or entries, whichever the page shows. */
  get entries(): Locator {
    return this.main.locator('[data-product]')
  }
  entry(name: string): Locator {
    return this.entries.filter({ hasText: name })
  }
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' })
  }
  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true })
  }
  get skus(): Sheet {
    return new Sheet(this.page, words.editor.skus.label)
  }
  get sizes(): Sheet {
    return new Sheet(this.page, words.editor.sizes.label)
  }

  async open(name: string): Promise<void> {
    await this.page.getByLabel(words.search).fill(name)
    await this.entry(name).first().click()
    await this.page.getByRole('heading', { level: 1, name }).waitFor()
  }

  async edit(name: string): Promise<void> {
    await this.open(name)
    await this.button(words.edit).click()
    await this.page.getByRole('heading', { level: 1, name: words.editor.editing(name) }).waitFor()
  }

  async save(): Promise<void> {
    await this.button(strings.save).click()
  }
}

/** Cells that are edited as in a spreadsheet. */
export class Sheet {
  readonly page: Page
  readonly grid: Locator

  constructor(page: Page, label: string) {
    this.page = page
    this.grid = page.getByRole('grid', { name: label })
  }

  cell(row: number, column: number): Locator {
    return this.grid.locator(`[data-row="${row - 1}"][data-column="${column - 1}"]`)
  }

  /** Chooses a cell, rows and columns counted from 1. */
  async choose(row: number, column: number): Promise<void> {
    await this.cell(row, column).click()
  }

  async type(...keys: string[]): Promise<void> {
    for (const key of keys) {
      if (/^(Enter|Tab|Escape|F2|Delete|(Control|Shift)\+.|Arrow\w+)/.test(key))
        await this.page.keyboard.press(key)
      else await this.page.keyboard.insertText(key)
    }
  }

  /** The rows as they stand, each with its cells joined by ` | `; a cell in hand shows its text in a box. */
  async rows(): Promise<string[]> {
    return this.grid
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.querySelectorAll('td')]
            .map(
              (cell) => cell.querySelector('input')?.value ?? cell.querySelector('span')?.textContent ?? '',
            )
            .join(' | '),
        ),
      )
  }
}
