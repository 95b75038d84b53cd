import type { Buyer } from '../../../shared/model/buyer.ts'
import { buyerOf, readBuyerLine } from './buyer-line.ts'

/** A buyer who can be chosen: the one the line describes, one of this sitting, or one whom the desk remembers. */
export interface BuyerOption {
  kind: 'described' | 'supplemented' | 'recent' | 'known'
  buyer: Buyer
  unread: readonly string[]
}

export interface Sitting {
  buyer: Buyer | null
  recentBuyers: readonly Buyer[]
  app: { shop: { petName: string } } | null
}

/** What was typed so far, and whom the desk remembers for it. */
interface Asked {
  text: string
  known: readonly Buyer[]
}

/**
 * Whom the buyer picker offers for the line typed so far, the likeliest first. A name in plain letters that spells
 * buyers who are known (xyr) is taken for their pinyin; anybody else's stands first as it was typed.
 */
export function optionsOf({ buyer, recentBuyers, app }: Sitting, { text, known }: Asked): BuyerOption[] {
  const said = readBuyerLine(text)
  const isBlank = text.trim() === ''
  const held = [...recentBuyers, ...known].find(({ nickname }) => nickname === said.nickname) ?? buyer
  const described = buyerOf(said, held, app?.shop.petName ?? '亲')
  const recent = recentBuyers.filter(
    ({ nickname }) =>
      isBlank ||
      (said.nickname !== null && nickname.includes(said.nickname) && nickname !== described.nickname),
  )
  const remembered = known.filter(
    ({ nickname }) =>
      (isBlank || nickname !== described.nickname) && !recent.some((one) => one.nickname === nickname),
  )
  const others = [...recent.map(asOption('recent')), ...remembered.map(asOption('known'))]
  if (isBlank) return others

  const isSame = held !== null && described.nickname === held.nickname
  const own: BuyerOption = {
    kind: isSame ? 'supplemented' : 'described',
    buyer: described,
    unread: said.unread,
  }
  return !isSame && isSpelling(said.nickname, remembered) ? [...others, own] : [own, ...others]
}

/** What of the line the desk is asked for: the nickname, everybody for an empty line, null when it names nobody. */
export function soughtIn(line: string): string | null {
  return line.trim() === '' ? '' : readBuyerLine(line).nickname
}

function isSpelling(nickname: string | null, remembered: readonly Buyer[]): boolean {
  return (
    nickname !== null &&
    /^[a-z]{2,}$/i.test(nickname) &&
    remembered.some((one) => !one.nickname.toLowerCase().includes(nickname.toLowerCase()))
  )
}

const asOption =
  (kind: BuyerOption['kind']) =>
  (buyer: Buyer): BuyerOption => ({ kind, buyer, unread: [] })
