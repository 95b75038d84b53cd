import { customerStrings as words } from '../../../renderer/workbench/strings/customers.ts'
import type { CustomerDraftInput } from '../../../shared/model/customer.ts'
import type { Chat } from '../../support/desktop/chat.ts'
import { Customers } from '../pages/customers.ts'
import type { Panel } from '../pages/panel.ts'
import type { Workbench } from '../pages/workbench.ts'
import type { Program } from '../support/program.ts'
import type { Picture } from './techniques.ts'
import type { TakePage } from './themes.ts'

const DAY_MS = 24 * 60 * 60 * 1_000

const BUYERS: readonly CustomerDraftInput[] = [
  { nickname: '桃子汽水', type: 'price-sensitive', province: '广东' },
  { nickname: 'lucy_2008', type: 'comparing', province: '上海', isGift: true, recipient: 'child' },
  { nickname: '老王爱钓鱼', type: 'expert', province: '山东' },
  { nickname: '七月流火', type: 'cautious', province: '四川' },
  { nickname: 'tb8823190', type: 'haggler' },
  { nickname: '一颗小白菜', type: 'new', province: '江苏' },
  { nickname: '阿宁', type: 'brand-minded', province: '北京', isGift: true, recipient: 'elder' },
]

/** 客户: with nobody in it, covered, with a note that should not be written; and the panel that knows a buyer again. */
export async function takeCustomers(
  { panel }: Program,
  chat: Chat,
  bench: Workbench,
  picture: Picture,
  takePage: TakePage,
): Promise<void> {
  const customers = new Customers(bench.page)
  await bench.goTo('customers')
  for (const { id } of await all(panel)) await ask(panel, 'mutation', 'customers.remove', [id])
  await bench.page.getByText(words.none, { exact: true }).waitFor()

  const now = Date.now()
  for (const draft of BUYERS) await ask(panel, 'mutation', 'customers.create', draft)
  await ask(panel, 'mutation', 'customers.create', {
    nickname: '小鱼儿',
    type: 'returning',
    province: '浙江',
    measures: { heightCm: 165, weightKg: 50, footCm: 23.5 },
    notes: [
      { at: now - 41 * DAY_MS, text: '脚背高，鞋子要宽楦；喜欢宽松的版型' },
      { at: now - 6 * DAY_MS, text: '要无香精的护肤品，回电 13912345678' },
    ],
  } satisfies CustomerDraftInput)
  await served(panel, '小鱼儿')

  await customers.entries.first().click()
  await customers.section(words.pastes).getByRole('listitem').nth(1).waitFor()
  await takePage(bench, 'workbench-customers')

  await customers.button(words.reveal).click()
  await customers.field(words.newNote).fill('孕妇，送货前打 13912345678')
  await customers.section(words.notes).getByRole('status').locator('li').nth(1).waitFor()
  await takePage(bench, 'workbench-customers-advice')
  // What is half written would be asked for when the next pictures leave the page.
  await customers.field(words.newNote).fill('')

  await chat.focus()
  await panel.summon()
  await panel.press('ctrl+a', 'BackSpace')
  await panel.type('#')
  await panel.page.keyboard.insertText('xye')
  await panel.selectedRow.filter({ hasText: '小鱼儿' }).waitFor()
  await panel.page.screenshot({ path: picture('panel-known-buyer') })
  await panel.press('Escape', 'Escape')
  await panel.isClosed()
}

/** Two scripts reach the buyer. */
async function served(panel: Panel, nickname: string): Promise<void> {
  for (const text of ['标准问候', '今天发货']) {
    const answer = await ask(panel, 'query', 'phrases.search', { text, limit: 1 })
    const [hit] = answer?.ok ? (answer.data as { hits: { id: string }[] }).hits : []
    const use = { phraseId: hit?.id, buyer: { nickname }, mode: 'copy', query: '' }
    await ask(panel, 'mutation', 'scripts.use', use)
  }
}

async function all(panel: Panel): Promise<{ id: string }[]> {
  const answer = await ask(panel, 'query', 'customers.list', { limit: 500 })
  return answer?.ok ? (answer.data as { customers: { id: string }[] }).customers : []
}

function ask(panel: Panel, type: 'query' | 'mutation', path: string, input: unknown) {
  const call = { kind: 'call', type, path, input } as const
  return panel.page.evaluate((request) => window.goldenSix?.request(request), call)
}
