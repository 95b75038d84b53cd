import type { Buyer } from '../../../../../shared/model/buyer.ts'
import { strings } from '../../../strings.ts'

/** What the author supposes of the buyer in the preview. */
export type SupposedBuyer = Omit<Buyer, 'nickname'>

export const NOBODY: SupposedBuyer = { type: null, isGift: false, province: null, measures: {} }

/** The buyer that the preview is filled for; null while nothing is supposed. */
export function buyerFor(supposed: SupposedBuyer): Buyer | null {
  const { type, isGift, province, measures } = supposed
  const isNobody = type === null && !isGift && province === null && Object.keys(measures).length === 0
  return isNobody ? null : { nickname: strings.editor.sampleBuyer, ...supposed }
}
