import { addDays, chinaDay, chinaTime } from '../model/china-time.ts'
import type { FollowUpKind } from '../model/follow-up-kinds.ts'
import type { Step } from '../model/steps.ts'

interface Occasion {
  /** What agents type for it, the plainest first; in lower case and simplified. */
  words: readonly string[]
  /** The tag that the library's phrases for it carry, and what they are looked for by without one. */
  tag: string
  query: string
  /** When it is due, should nobody say: so many minutes on, or so many days on at ten in the morning. */
  after: { minutes: number } | { days: number }
}

export const OCCASIONS: Record<FollowUpKind, Occasion> = {
  unpaid: {
    words: ['催付', '催款', '未付款', '没付款', '未付', '没付', '待付款', '拍下'],
    tag: '催付',
    query: '还没付款',
    after: { minutes: 60 },
  },
  'not-bought': {
    words: ['未下单', '没下单', '没拍', '没买', '未购', '考虑', '犹豫', '对比一下'],
    tag: '未下单',
    query: '咨询未下单',
    after: { minutes: 180 },
  },
  // An answer within 24 hours was promised; three leave time to find out.
  'to-answer': {
    words: ['待回复', '回复', '核实', '确认一下', '查一下', '问一下', '答复'],
    tag: '待回复',
    query: '核实后回复',
    after: { minutes: 180 },
  },
  delayed: {
    words: ['延迟发货', '延迟', '延期', '缺货', '补货', '晚发', '没发货', '催发货'],
    tag: '延迟',
    query: '延迟发货',
    after: { days: 3 },
  },
  refund: {
    words: ['退款', '退货', '退换', '退差价'],
    tag: '退款',
    query: '退款进度',
    after: { days: 1 },
  },
  aftercare: {
    words: ['发货回访', '回访', '低分', '签收', '售后'],
    tag: '回访',
    query: '发货后回访',
    after: { days: 3 },
  },
}

const MORNING = 10 * 60

/** When a follow-up of this kind is due if nobody says when, ms since 1970. */
export function usualTime(kind: FollowUpKind, now: number): number {
  const { after } = OCCASIONS[kind]
  if ('days' in after) return chinaTime(addDays(chinaDay(now), after.days), MORNING)
  const at = now + after.minutes * 60_000
  return at - (at % 60_000)
}

/** What kind of follow-up a conversation at this step most likely wants. */
export function likelyKind(step: Step | null): FollowUpKind {
  if (step === 'confirm') return 'unpaid'
  if (step === 'recommend' || step === 'object' || step === 'goodbye') return 'not-bought'
  return step === 'process' ? 'delayed' : 'to-answer'
}
