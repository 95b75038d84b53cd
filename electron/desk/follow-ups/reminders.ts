import type { FollowUp, Reminder } from '../../../shared/model/follow-up.ts'
import { FOLLOW_UP_KIND_NAMES, type FollowUpKind } from '../../../shared/model/follow-up-kinds.ts'
import { maskNickname } from '../../../shared/privacy/sensitive.ts'
import type { FollowUpRow } from './follow-up-table.ts'

/** More at once, after a night or a holiday, are told in one sentence. */
const MOST_ALONE = 3

export interface ReminderOptions {
  /** Takes what is due; each is given out once, whatever happens afterwards. */
  claimDue: () => FollowUpRow[]
  /** @throws while the keys are locked */
  open: (id: string) => Promise<FollowUp>
  /** Whether a buyer's nickname may stand on the screen for everybody to see. */
  showsNicknames: () => boolean
  productName: (id: string) => string | null
  /** Whether anybody listens: in a browser there may be no page yet, and a reminder goes out only once. */
  isHeard: () => boolean
  tell: (reminder: Reminder) => void
}

/**
 * One look at the clock: whatever is due by it is told of, also after the machine has slept or its clock was set.
 * Without keys it is told of, too, only not whose it is.
 */
export function createReminders({
  claimDue,
  open,
  showsNicknames,
  productName,
  isHeard,
  tell,
}: ReminderOptions) {
  return async function remind(): Promise<void> {
    if (!isHeard()) return
    const due = claimDue()
    if (due.length > MOST_ALONE) {
      tell({ ids: due.map(({ id }) => id), title: `有 ${due.length} 条跟单到时间了`, body: kindsIn(due) })
      return
    }
    for (const row of due) tell({ ids: [row.id], ...(await words(row)) })
  }

  async function words({ id, kind }: FollowUpRow): Promise<Pick<Reminder, 'title' | 'body'>> {
    const title = `该${DOES[kind as FollowUpKind]}了`
    const followUp = await open(id).catch(() => null)
    if (!followUp) return { title, body: '点开看是哪位买家' }
    const { nickname, productId } = followUp
    const name = showsNicknames() ? nickname : maskNickname(nickname)
    return { title, body: [name, productId && productName(productId)].filter(Boolean).join(' · ') }
  }
}

const DOES: Record<FollowUpKind, string> = {
  unpaid: '催付',
  'not-bought': '问问没下单的买家',
  'to-answer': '回复买家',
  delayed: '告知发货进度',
  refund: '告知退款进度',
  aftercare: '发货回访',
}

/** `催付 3 条，退款 1 条` */
function kindsIn(due: readonly FollowUpRow[]): string {
  const byKind = Map.groupBy(due, ({ kind }) => kind)
  return [...byKind]
    .map(([kind, rows]) => `${FOLLOW_UP_KIND_NAMES[kind as FollowUpKind]} ${rows.length} 条`)
    .join('，')
}
