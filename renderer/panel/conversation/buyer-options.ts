import type { Buyer } from '../../../shared/model/buyer.ts'
import { buyerOf, readBuyerLine } from './buyer-line.ts'

/** A buyer who can be chosen: the one the line describes, or one of this sitting. */
export interface BuyerOption {
  kind: 'described' | 'supplemented' | 'recent'
  buyer: Buyer
  unread: readonly string[]
}

export interface Sitting {
  buyer: Buyer | null
  recentBuyers: readonly Buyer[]
  app: { shop: { petName: string } } | null
}

/** Whom the buyer picker offers for the line typed so far, the likeliest first. */
export function optionsOf({ buyer, recentBuyers, app }: Sitting, line: string): BuyerOption[] {
  const said = readBuyerLine(line)
  const isBlank = line.trim() === ''
  const known = recentBuyers.find(({ nickname }) => nickname === said.nickname) ?? buyer
  const described = buyerOf(said, known, app?.shop.petName ?? '亲')
  const isSame = known !== null && described.nickname === known.nickname
  const recent = recentBuyers
    .filter(
      ({ nickname }) =>
        isBlank ||
        (said.nickname !== null && nickname.includes(said.nickname) && nickname !== described.nickname),
    )
    .map((one): BuyerOption => ({ kind: 'recent', buyer: one, unread: [] }))
  if (isBlank) return recent
  return [{ kind: isSame ? 'supplemented' : 'described', buyer: described, unread: said.unread }, ...recent]
}
