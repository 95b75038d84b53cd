import { expect, type Locator, type Page } from '@playwright/test'
import { strings } from '../../../renderer/workbench/strings.ts'
import type { Workbench } from './workbench.ts'

/** The page 话术 under a mouse and a keyboard: the tree of groups, the table, what is ticked. */
export class PhrasesPage {
  readonly page: Page

  constructor({ page }: Workbench) {
    this.page = page
  }

  get tree(): Locator {
    return this.page.getByRole('tree', { name: strings.groups.label })
  }
  get table(): Locator {
    return this.page.getByRole('grid', { name: strings.phrases.table })
  }
  get bulk(): Locator {
    return this.page.getByRole('toolbar', { name: strings.phrases.bulk.label })
  }
  get conditions(): Locator {
    return this.page.getByRole('region', { name: strings.phrases.filters.chosen })
  }
  group(name: string): Locator {
    return this.tree.getByRole('treeitem', { name: new RegExp(`^${name}(，|$)`) })
  }
  row(title: string): Locator {
    return this.table.getByRole('row').filter({ hasText: title })
  }

  async titles(): Promise<string[]> {
    await expect(this.table).toHaveAttribute('aria-busy', 'false')
    return this.table
      .locator('[data-index] [data-part=tick] input')
      .evaluateAll((boxes) =>
        boxes.map((box) => /《(.*)》/.exec(box.getAttribute('aria-label') ?? '')?.[1] ?? ''),
      )
  }

  /** The names of the groups in sight, as they stand. */
  groupNames(): Promise<string[]> {
    return this.tree.getByRole('treeitem').evaluateAll((items) =>
      items
        .map((item) => ({
          name: item.getAttribute('aria-label') ?? '',
          top: item.getBoundingClientRect().top,
        }))
        .toSorted((one, other) => one.top - other.top)
        .map(({ name }) => name.replace(/，.*/, '')),
    )
  }

  /** Presses on one thing, and lets go over another; `share` of its height from the top. */
  async drag(from: Locator, to: Locator, share = 0.5): Promise<void> {
    const [start, end] = [await from.boundingBox(), await to.boundingBox()]
    if (!start || !end) throw new Error('what is dragged, or where to, is not in sight')
    const { mouse } = this.page
    await mouse.move(start.x + 60, start.y + start.height / 2)
    await mouse.down()
    await mouse.move(start.x + 70, start.y + start.height / 2 + 8, { steps: 3 })
    await mouse.move(end.x + 60, end.y + end.height * share, { steps: 8 })
    await expect(to).toHaveAttribute('data-mark', /./)
    await mouse.up()
  }

  tick(title: string): Locator {
    return this.row(title).locator('[data-part=tick]')
  }

  async filterBy(field: string, choice: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: strings.phrases.filters.label, exact: true }).click()
    await this.page.getByRole('combobox', { name: field, exact: true }).click()
    await this.page
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: choice })
      .click()
    await this.page.getByRole('heading', { level: 1 }).dispatchEvent('mousedown')
    await this.page.keyboard.press('Escape')
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: strings.undo, exact: true }).last().click()
    await expect(this.page.getByText(strings.phrases.undone)).toBeVisible()
  }
}
