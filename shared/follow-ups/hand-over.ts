import { type FollowUp, timeOf } from '../model/follow-up.ts'
import { FOLLOW_UP_KIND_NAMES } from '../model/follow-up-kinds.ts'
import { maskNickname, maskPersonal } from '../privacy/sensitive.ts'
import { defused } from '../text/spreadsheet-cell.ts'
import { SHIFT_NAMES, type ShiftTimes, shiftAfter, shiftAt, spanOfShift } from './shifts.ts'
import { dateWords } from './time/when-words.ts'

/** `next-shift`: what is overdue and all that comes until the next shift ends. `all`: everything that is not done. */
export type HandOverScope = 'next-shift' | 'all'

export interface HandOverOptions {
  scope: HandOverScope
  /** Cover nicknames, for a list that leaves the room. Telephone numbers and addresses are always covered. */
  isMasked: boolean
  /** ms since 1970 */
  now: number
  shifts: ShiftTimes
  /** What a product is called; null for one that is not in the catalogue any more. */
  productName: (id: string) => string | null
}

export interface HandOver {
  /** `跟单交接 11月23日 周一 14:20 早班 → 中班` */
  title: string
  rows: HandOverRow[]
}

export interface HandOverRow {
  /** By its date: the list is still read when today is yesterday. */
  when: string
  isOverdue: boolean
  kind: string
  nickname: string
  product: string
  note: string
}

/** The list that one shift leaves to the next, in the order in which its entries want to be done. */
export function handOverOf(followUps: readonly FollowUp[], options: HandOverOptions): HandOver {
  const { now, shifts, scope } = options
  const present = shiftAt(now, shifts)
  const next = shiftAfter(present, shifts)
  const until = scope === 'all' ? Number.POSITIVE_INFINITY : spanOfShift(next, shifts).until
  const wanted = followUps
    .filter((one) => one.state.is !== 'done' && timeOf(one) < until)
    .sort((one, other) => timeOf(one) - timeOf(other))
  return {
    title: `跟单交接 ${dateWords(now, now)} ${SHIFT_NAMES[present.shift]} → ${SHIFT_NAMES[next.shift]}`,
    rows: wanted.map((one) => rowOf(one, options)),
  }
}

function rowOf(followUp: FollowUp, { isMasked, now, productName }: HandOverOptions): HandOverRow {
  const { kind, nickname, note, productId } = followUp
  const at = timeOf(followUp)
  const covered =
    isMasked && [...nickname].length > 1 ? note.replaceAll(nickname, maskNickname(nickname)) : note
  return {
    when: dateWords(at, now),
    isOverdue: at <= now,
    kind: FOLLOW_UP_KIND_NAMES[kind],
    nickname: isMasked ? maskNickname(nickname) : nickname,
    product: (productId === null ? null : productName(productId)) ?? '',
    note: maskPersonal(covered),
  }
}

/** For a chat group: a line for each, what is overdue first. */
export function handOverText({ title, rows }: HandOver): string {
  const chapter = (heading: string, chosen: readonly HandOverRow[]) =>
    chosen.length === 0 ? [] : ['', `【${heading}】${chosen.length} 条`, ...chosen.map(asLine)]
  return [
    `${title}，共 ${rows.length} 条`,
    ...chapter(
      '已到时间',
      rows.filter(({ isOverdue }) => isOverdue),
    ),
    ...chapter(
      '接下来',
      rows.filter(({ isOverdue }) => !isOverdue),
    ),
    '',
  ].join('\n')
}

function asLine({ when, kind, nickname, product, note }: HandOverRow): string {
  const about = [product, note].filter(Boolean).join('，')
  return `□ ${when} ${kind} ${nickname}${about && `：${about}`}`
}

export const HAND_OVER_COLUMNS = ['完成', '时间', '类型', '买家昵称', '商品', '备注', '情况'] as const

/** The cells of a sheet under `HAND_OVER_COLUMNS`, with nothing to run; the first column is left for a tick. */
export function handOverCells({ rows }: HandOver): string[][] {
  return rows.map(({ when, kind, nickname, product, note, isOverdue }) =>
    ['', when, kind, nickname, product, note, isOverdue ? '已到时间' : ''].map(defused),
  )
}
