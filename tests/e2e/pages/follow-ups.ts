import type { Locator, Page } from '@playwright/test'
import { followUpStrings as words } from '../../../renderer/workbench/strings/follow-ups.ts'
import type { FollowUpDraftInput } from '../../../shared/model/follow-up.ts'

/** 跟单 under a keyboard, and a mouse where one is likelier. */
export class FollowUps {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get list(): Locator {
    return this.page.getByRole('listbox', { name: words.list })
  }
  get entries(): Locator {
    return this.list.getByRole('option')
  }
  get chosen(): Locator {
    return this.list.getByRole('option', { selected: true })
  }
  get detail(): Locator {
    return this.page.getByRole('article')
  }
  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }
  entry(nickname: string): Locator {
    return this.entries.filter({ hasText: nickname })
  }
  phrase(title: string): Locator {
    return this.page
      .getByRole('region', { name: words.phrases })
      .getByRole('listitem')
      .filter({ hasText: title })
  }
  view(name: string): Locator {
    return this.page.getByRole('radiogroup', { name: words.viewLabel }).getByText(name)
  }
  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }
  field(label: string): Locator {
    return this.dialog.getByLabel(label, { exact: true })
  }

  press(...keys: string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve())
  }

  /** Fills the dialog that is open; it is saved by Enter in its last line. */
  async write({
    nickname,
    time,
    note = '',
  }: {
    nickname: string
    time: string
    note?: string
  }): Promise<void> {
    await this.field(words.form.nickname).fill(nickname)
    await this.field(words.form.time).fill(time)
    await this.field(words.form.note).fill(note)
  }

  /** Puts follow-ups into the library past the page, many at once. */
  async plant(drafts: readonly FollowUpDraftInput[]): Promise<void> {
    await this.page.evaluate(async (all) => {
      const plantOne = async (input: unknown) => {
        const call = { kind: 'call', type: 'mutation', path: 'followUps.create', input } as const
        const answer = await window.goldenSix?.request(call)
        if (!answer?.ok) throw new Error(`not planted: ${JSON.stringify(answer)}`)
      }
      await Promise.all(all.map(plantOne))
    }, drafts)
  }
}
