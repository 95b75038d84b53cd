import type { ShopProfile } from '../../model/shop.ts'
import { type Outcome, refuse } from '../outcome.ts'
import { formatYuan } from './money.ts'

/**
 * 议价权限: whether the agent may take `amountFen` off without asking. Above the limit: whom to ask, and what to tell the
 * buyer meanwhile.
 */
export function discountAuthority(
  amountFen: number,
  shop: Pick<ShopProfile, 'discountLimitFen' | 'leadName'>,
): Outcome<{ amountFen: number; isAtLimit: boolean }> {
  if (amountFen <= 0) return refuse('要让的金额得大于 0 元')
  if (amountFen <= shop.discountLimitFen)
    return { ok: true, amountFen, isAtLimit: amountFen === shop.discountLimitFen }
  return refuse(
    `让 ${formatYuan(amountFen)} 元超过权限 ${formatYuan(shop.discountLimitFen)} 元，先问${shop.leadName || '主管'}`,
    '这个优惠我帮您向主管申请一下，请稍等片刻，有结果马上告诉您',
  )
}
