import { PROVINCES } from '../../model/provinces.ts'
import type { CondensedText } from '../text/condense.ts'
import { GAP } from '../text/gaps.ts'
import type { Stretch } from '../text/stretch.ts'

/** A door, a house or a room: every address run has one, few other texts do. */
const NUMBERED = /[\d一二三四五六七八九十]{1,5}(?:号楼|号院|号|弄|栋|幢|座|单元|室)/g
/** What a house stands in, right before its number. */
const STREET =
  /(?:路|街|大道|巷|胡同|弄|村|小区|花园|公寓|苑|里|社区|家园|新城|广场|大厦|[东西南北中]段)[\u4e00-\u9fff]{0,3}$/
/** What lies inside the house. */
const INSIDE =
  /^(?:[\u4e00-\u9fff]{0,6}?[\da-z一二三四五六七八九十]{1,4}(?:号楼|号|栋|幢|座|单元|楼|层|室|户)){1,4}/
/** City, district, town; not 超市, 专区, 家乡. */
const REGION =
  /[\u4e00-\u9fff]{2,3}(?:省|(?<![超上城门夜])市|自治区|自治州)|[\u4e00-\u9fff]{1,4}(?:(?<![小专地城园景校库])区|县|旗|(?<!冰)镇|(?<![家故城])乡|街道)/
/** Words that lead up to an address and would be taken for the beginning of a name. */
const LEADING = /^(?:地?址)?[是在到寄为住于给址]+/
const LOOK_BACK = 40
const LOOK_AHEAD = 40

/** Runs that lead to somebody's door: a street and number within a city or district, or down to the room. */
export function findAddresses(condensed: CondensedText): Stretch[] {
  const { text } = condensed
  const found: Stretch[] = []
  let reached = 0
  for (const { index, 0: numbered } of text.matchAll(NUMBERED)) {
    if (index < reached) continue
    const start = sentenceStart(condensed, index, Math.max(reached, index - LOOK_BACK))
    const numberEnd = index + numbered.length
    const end = sentenceEnd(condensed, numberEnd, Math.min(text.length, numberEnd + LOOK_AHEAD))
    const before = text.slice(start, index)
    const region = REGION.exec(before)
    const street = STREET.exec(before)
    const inside = INSIDE.exec(text.slice(numberEnd, end))
    const parts = [region, street, inside].filter(Boolean).length
    if (parts < 2) continue
    const from = start + (region ? regionStart(before, region) : streetStart(before, street))
    reached = numberEnd + (inside?.[0].length ?? 0)
    found.push({ from, to: reached })
  }
  return found
}

function regionStart(before: string, region: RegExpExecArray): number {
  const name = region[0].replace(LEADING, '')
  const start = region.index + region[0].length - name.length
  const province = PROVINCES.find((one) => before.slice(0, start).endsWith(one))
  return start - (province?.length ?? 0)
}

/** The street's name is two or three characters before 路; without a region around it nothing else tells where it begins. */
function streetStart(before: string, street: RegExpExecArray | null): number {
  return Math.max(0, (street?.index ?? before.length) - 3)
}

function sentenceStart({ gaps }: CondensedText, from: number, limit: number): number {
  let at = from
  while (at > limit && (gaps[at] ?? GAP.wall) < GAP.sentence) at--
  return at
}

function sentenceEnd({ gaps }: CondensedText, from: number, limit: number): number {
  let at = from
  while (at < limit && (gaps[at] ?? GAP.wall) < GAP.sentence) at++
  return at
}
