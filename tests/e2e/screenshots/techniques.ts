import { expect } from '@playwright/test'
import type { Chat } from '../../support/desktop/chat.ts'
import type { Panel } from '../pages/panel.ts'
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

/** Looks for what answers a buyer's words, and goes down to the phrase with this code. */
export async function answer(
  panel: Panel,
  { message, code }: Pick<TechniqueStory, 'message' | 'code'>,
): Promise<void> {
  await panel.page.keyboard.insertText(message)
  await panel.answers(message)
  const place = await panel.rows.filter({ hasText: code }).getAttribute('aria-posinset')
  for (let row = 1; row < Number(place); row++) await panel.press('Down')
  await expect(panel.selectedRow).toContainText(code)
}

async function prepare({ panel }: Program, story: TechniqueStory): Promise<void> {
  await panel.summon()
  await panel.press('ctrl+a', 'BackSpace')
  if (story.product) await panel.chooseProduct(story.product.words, story.product.code)
  await panel.describeBuyer(story.buyer)
  await answer(panel, story)
  await panel.fillBlanks(story.blanks)
  await panel.preview.filter({ hasText: story.text }).waitFor()
}
