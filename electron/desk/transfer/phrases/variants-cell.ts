import type { PhraseVariant } from '../../../../shared/model/phrase.ts'
import { BUYER_TYPE_NAMES, BUYER_TYPES, type BuyerType } from '../../../../shared/model/steps.ts'
import { excerptOf } from '../tables/excerpt.ts'
import { escaped, plainText, unescaped } from '../tables/texts-in-a-cell.ts'

/** A line above a wording that says whom it is for: `【老客】`, `【新客、议价】`. */
const HEADING = /^【([^【】]{1,200})】$/
const BETWEEN = /[、,，;；/]/

export type VariantsInCell = { ok: true; variants: PhraseVariant[] } | { ok: false; reason: string }

/** The wordings for certain buyers, each under a line that names them. */
export function variantsCell(variants: readonly PhraseVariant[]): string {
  return variants
    .map(({ buyerTypes, body }) => {
      const names = buyerTypes.map((type) => BUYER_TYPE_NAMES[type]).join('、')
      return `【${names}】\n${escaped(body, HEADING)}`
    })
    .join('\n')
}

/**
 * The wordings that `variantsCell` wrote, or a person in its manner.
 *
 * @param known the wordings of the phrase that the row changes: what a spreadsheet does to the ends of texts is no change
 */
export function variantsIn(cell: string, known: readonly PhraseVariant[]): VariantsInCell {
  const variants: PhraseVariant[] = []
  if (cell === '') return { ok: true, variants }
  let lines: string[] = []
  let types: BuyerType[] | null = null
  const take = () => {
    const body = plainText(unescaped(lines.join('\n'), HEADING))
    if (types) variants.push(sameAmong(known, types, body) ?? { buyerTypes: types, body })
    lines = []
  }
  for (const line of cell.split('\n')) {
    const [, names] = HEADING.exec(line.trim()) ?? []
    if (names === undefined) {
      lines.push(line)
      continue
    }
    if (types === null && lines.some((one) => one.trim() !== '')) break
    take()
    const named = names.split(BETWEEN).map((name) => name.trim())
    const unknown = named.find((name) => typeNamed(name) === undefined)
    if (unknown !== undefined)
      return { ok: false, reason: `买家说法里没有叫“${excerptOf(unknown)}”的买家类型，应是：${ALL_NAMES}` }
    types = named.flatMap((name) => typeNamed(name) ?? [])
  }
  take()
  if (types === null)
    return { ok: false, reason: '买家说法要写成两行：先一行【老客】这样的买家类型，下面是对他们说的话' }
  return { ok: true, variants }
}

function sameAmong(known: readonly PhraseVariant[], types: readonly BuyerType[], body: string) {
  return known.find((one) => one.buyerTypes.join() === types.join() && plainText(one.body) === body)
}

const typeNamed = (name: string): BuyerType | undefined =>
  BUYER_TYPES.find((type) => BUYER_TYPE_NAMES[type] === name)

const ALL_NAMES = BUYER_TYPES.map((type) => BUYER_TYPE_NAMES[type]).join('、')
