import type { Locator, Page } from '@playwright/test'
import { customerStrings as words } from '../../../renderer/workbench/strings/customers.ts'

/** 客户 under a mouse and a keyboard. */
export class Customers {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get list(): Locator {
    return this.page.getByRole('complementary', { name: words.list })
  }
  get entries(): Locator {
    return this.list.locator('[data-index]')
  }
  get detail(): Locator {
    return this.page.getByRole('article')
  }
  section(name: string): Locator {
    return this.detail.getByRole('region', { name })
  }
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' })
  }
  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true })
  }

  async find(text: string): Promise<void> {
    await this.field(words.search).fill(text)
  }

  async note(text: string): Promise<void> {
    await this.field(words.newNote).fill(text)
    await this.button(words.addNote).click()
  }

  async export(way: string): Promise<void> {
    await this.button(words.exportOf).click()
    await this.page.getByRole('menuitem', { name: way }).click()
  }

  /** What the page hands to the browser as a download, in the order of handing out. */
  async catchDownloads(): Promise<() => Promise<string[]>> {
    await this.page.evaluate(() => {
      const blobs: Blob[] = []
      Object.assign(window, { downloads: blobs })
      const { createObjectURL } = URL
      URL.createObjectURL = (blob: Blob) => {
        blobs.push(blob)
        return createObjectURL.call(URL, blob)
      }
    })
    return () =>
      this.page.evaluate(() =>
        Promise.all((Reflect.get(window, 'downloads') as Blob[]).map((blob) => blob.text())),
      )
  }
}
