import type { PhraseDraftInput } from '../../../shared/model/phrase.ts'
import type { Chat } from '../../support/desktop/chat.ts'
import type { Panel } from '../pages/panel.ts'
import type { Program } from '../support/program.ts'
import { answer, type Picture } from './techniques.ts'

const BARGAINING: PhraseDraftInput = {
  code: 'yj90',
  title: '老客问能不能便宜',
  body: '{{ 客户.称呼 }}，页面价已经是活动价了，{{ 商品.名称 }}我帮您看看能不能凑满减。',
  variants: [
    {
      buyerTypes: ['returning'],
      body: '{{ 客户.称呼 }}是老朋友了，{{ 商品.名称 }}这单今天发货，另外给您加送一份旅行装。',
    },
    { buyerTypes: ['haggler', 'price-sensitive'], body: '单件不好再让，凑满198元能减20元，比单砍划算。' },
  ],
  questions: ['老客户有优惠吗', '能便宜点吗'],
  step: 'object',
}

const BOASTING: PhraseDraftInput = {
  code: 'ms90',
  title: '面霜好在哪',
  body: '{{ 商品.名称 }}是全网最好的保湿面霜，干皮也能根治，{{ 店铺.退换天数 }}天内可以退换。',
  questions: ['这款面霜怎么样'],
  step: 'recommend',
}

/** The panel with a phrase's other wordings, with words to weigh, and with a promise that waits for its remark. */
export async function takeWording({ panel }: Program, chat: Chat, picture: Picture): Promise<void> {
  for (const draft of [BARGAINING, BOASTING]) await create(panel, draft)
  await open(panel, chat)
  await panel.chooseProduct('面霜', 'HF002')
  await panel.describeBuyer('小鱼儿 老客')
  await answer(panel, { message: '老客户有优惠吗', code: 'yj90' })
  await panel.preview.filter({ hasText: '旅行装' }).waitFor()
  await panel.page.screenshot({ path: picture('panel-variants') })
  await panel.press('Return')
  await panel.isClosed()

  await open(panel, chat)
  await answer(panel, { message: '这款面霜怎么样', code: 'ms90' })
  await panel.promise.waitFor()
  await panel.preview.filter({ hasText: '全网最好' }).waitFor()
  await panel.page.screenshot({ path: picture('panel-wording') })
  await panel.press('Escape')
  await panel.isClosed()
}

async function open(panel: Panel, chat: Chat): Promise<void> {
  await chat.focus()
  await panel.summon()
  await panel.press('ctrl+a', 'BackSpace')
}

async function create(panel: Panel, draft: PhraseDraftInput): Promise<void> {
  await panel.page.evaluate(
    (input) => window.goldenSix?.request({ kind: 'call', type: 'mutation', path: 'phrases.create', input }),
    draft,
  )
}
