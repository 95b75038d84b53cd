import { fold } from '../search/chinese/normalise.ts'
import { type SensitiveKind, sensitiveIn } from './sensitive.ts'

/** What may come from a buyer, or lead to one. */
export type BuyerTraceKind = SensitiveKind | 'nickname' | 'mail' | 'number' | 'place'

export interface BuyerTrace {
  kind: BuyerTraceKind
  text: string
}

/** A nickname of one character is in too many words to say anything. */
const SHORTEST_NICKNAME = 2

const PATTERNS: readonly { kind: BuyerTraceKind; words: RegExp }[] = [
  { kind: 'mail', words: /[\w.+-]{2,}@[\w-]+\.\w+/ },
  // Orders have 15 to 19 digits, parcels 10 to 15, telephones 7 to 12, QQ 5 to 11; prices and days fewer than 9.
  { kind: 'number', words: /\d{9,}|[零〇一二三四五六七八九幺]{7,}/ },
  // An address without its number: a city or district, and a smaller place in it. Bounded: 省 a thousand times is no place,
  // and would be tried at every length.
  {
    kind: 'place',
    words:
      /[\u4e00-\u9fff]{2,12}(?:省|(?<![超上城门夜])市|自治区|(?<![小专地城园景校库])区|县)[\u4e00-\u9fff]{2,12}(?:(?<![小专地城园景校库])区|县|镇|街道|[路街巷弄村]|小区|花园|公寓)/,
  },
]

/**
 * The first thing in a text that may come from a buyer or lead to one; null for none. Stricter than what is warned of in a
 * note: this text leaves the machine.
 *
 * @param nicknames of the buyers who are known here
 */
export function buyerTraceIn(text: string, nicknames: readonly string[]): BuyerTrace | null {
  const [sensitive] = sensitiveIn(text)
  if (sensitive) return { kind: sensitive.kind, text: sensitive.text }
  const plain = text.normalize('NFKC')
  for (const { kind, words } of PATTERNS) {
    const [found] = words.exec(plain) ?? []
    if (found) return { kind, text: found }
  }
  const folded = fold(text)
  const nickname = nicknames.find(
    (name) => [...name].length >= SHORTEST_NICKNAME && folded.includes(fold(name)),
  )
  return nickname === undefined ? null : { kind: 'nickname', text: nickname }
}

/** Whether words typed into a search may be a buyer's name: the whole of it, with more around it, or a part. */
export function mayNameBuyer(query: string, nicknames: readonly string[]): boolean {
  const typed = fold(query).replace(/\s/g, '')
  return nicknames.some((nickname) => {
    const name = fold(nickname).replace(/\s/g, '')
    return name !== '' && (name.includes(typed) || (name.length >= SHORTEST_NICKNAME && typed.includes(name)))
  })
}
