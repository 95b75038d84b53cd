import { followUpStrings as words } from '../../../renderer/workbench/strings/follow-ups.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import type { FollowUpDraftInput } from '../../../shared/model/follow-up.ts'
import { FOLLOW_UP_KINDS } from '../../../shared/model/follow-up-kinds.ts'
import type { Chat } from '../../support/desktop/chat.ts'
import { FollowUps } from '../pages/follow-ups.ts'
import type { Workbench } from '../pages/workbench.ts'
import type { Program } from '../support/program.ts'
import type { Picture } from './techniques.ts'
import type { TakePage } from './themes.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** 跟单: with nothing owed, on an ordinary day, handed over, with two thousand; and the panel's one line. */
export async function takeFollowUps(
  { panel, setClock }: Program,
  chat: Chat,
  bench: Workbench,
  picture: Picture,
  takePage: TakePage,
): Promise<void> {
  const followUps = new FollowUps(bench.page)
  await bench.goTo('follow-ups')
  await bench.page.getByText(words.none, { exact: true }).waitFor()
  await takePage(bench, 'workbench-follow-ups-empty')

  await chat.focus()
  await panel.summon()
  await panel.press('alt+f')
  await panel.page.getByLabel('类型、时间和备注，一行写完').waitFor()
  await panel.page.keyboard.insertText('小鱼儿 待回复 明天10点 库存核实后回复，要粉色 M 码')
  await panel.page.getByText(words.kind, { exact: true }).waitFor()
  await panel.page.screenshot({ path: picture('panel-follow-up') })
  await panel.press('Escape', 'Escape')
  await panel.isClosed()

  const now = Date.now()
  await followUps.plant(aDay(now))
  // What was due in a minute is overdue now.
  await setClock(new Date(now + 3 * MINUTE).toISOString())
  await bench.page.clock.setFixedTime(now + 3 * MINUTE)
  await bench.page.reload()
  await followUps.entries.first().waitFor()
  await followUps.press('ArrowDown')
  await bench.page.getByRole('region', { name: words.phrases }).waitFor()
  await takePage(bench, 'workbench-follow-ups')

  await followUps.press('h')
  await followUps.dialog.getByText(words.export.scopes.all).click()
  await takePage(bench, 'workbench-follow-ups-hand-over')
  await followUps.press('Escape')
  await followUps.press('n')
  await followUps.write({ nickname: '桃子汽水', time: '晚点', note: '要粉色 M 码' })
  await takePage(bench, 'workbench-follow-ups-new')
  await followUps.press('Escape')
  await followUps.button(strings.unsaved.discard).click()

  // Elsewhere, or the page would read the growing list two thousand times.
  await bench.goTo('products')
  await followUps.plant(
    Array.from({ length: 2_000 }, (_, index) => ({
      kind: FOLLOW_UP_KINDS[index % FOLLOW_UP_KINDS.length] ?? 'unpaid',
      nickname: `tb${880_000 + index * 37}`,
      dueAt: now + 26 * HOUR + index * 7 * MINUTE,
    })),
  )
  await bench.goTo('follow-ups')
  await followUps.entries.first().waitFor()
  await followUps.press('3')
  await followUps.entries.nth(3).waitFor()
  await takePage(bench, 'workbench-follow-ups-huge')
}

function aDay(now: number): FollowUpDraftInput[] {
  return [
    { kind: 'unpaid', nickname: '桃子汽水', dueAt: now + MINUTE, note: '要核对数量，拍了两件' },
    { kind: 'to-answer', nickname: 'lucy_2008', dueAt: now + 2 * MINUTE, note: '问里衬成分，已问仓库' },
    { kind: 'unpaid', nickname: '七月流火', dueAt: now + 35 * MINUTE, note: '说晚上再付' },
    { kind: 'refund', nickname: '老王爱钓鱼', dueAt: now + 50 * MINUTE, note: '退件已签收，待验货' },
    { kind: 'not-bought', nickname: '一颗小白菜', dueAt: now + 3 * HOUR, note: '在和另一家比价' },
    { kind: 'aftercare', nickname: '阿宁', dueAt: now + 4 * HOUR },
    { kind: 'delayed', nickname: 'tb8823190', dueAt: now + 26 * HOUR, note: '预售，说好 25 号前发' },
  ]
}
