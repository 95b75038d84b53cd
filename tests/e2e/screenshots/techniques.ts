import { expect } from '@playwright/test'
import type { Chat } from '../../support/desktop/chat.ts'
import type { Program } from '../support/program.ts'
import { BEFORE_THE_CUT_OFF, TECHNIQUES, type TechniqueStory } from '../support/techniques.ts'

/** Where a picture of this name goes. */
export type Picture = (name: string) => string

/** The panel with each of the six techniques filled and ready to be pasted. */
export async function takeTechniques(program: Program, chat: Chat, picture: Picture): Promise<void> {
  const { panel, setClock } = program
  await setClock(BEFORE_THE_CUT_OFF)
  for (const story of TECHNIQUES) {
    await chat.focus()
    await prepare(program, story)
    await panel.page.screenshot({ path: picture(`technique-${story.name}`) })
    await panel.press('Escape', 'Escape')
    await panel.isClosed()
  }
}

async function prepare({ panel }: Program, story: TechniqueStory): Promise<void> {
  await panel.summon()
  await panel.press('ctrl+a', 'BackSpace')
  if (story.product) await panel.chooseProduct(story.product.words, story.product.code)
  await panel.describeBuyer(story.buyer)
  await panel.page.keyboard.insertText(story.message)
  await panel.answers(story.message)
  const found = await panel.rows.filter({ hasText: story.code }).getAttribute('aria-posinset')
  for (let row = 1; row < Number(found); row++) await panel.press('Down')
  await expect(panel.selectedRow).toContainText(story.code)
  await panel.fillBlanks(story.blanks)
  await panel.preview.filter({ hasText: story.text }).waitFor()
}
