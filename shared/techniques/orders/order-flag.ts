import type { ShopProfile } from '../../model/shop.ts'
import { type Outcome, refuse } from '../outcome.ts'
import { byteLength, cutToBytes } from './byte-length.ts'

/** The flags an order can carry, by the platform's own numbers. */
export const FLAGS = {
  grey: { number: 0, name: '灰旗' },
  red: { number: 1, name: '红旗' },
  yellow: { number: 2, name: '黄旗' },
  green: { number: 3, name: '绿旗' },
  blue: { number: 4, name: '蓝旗' },
  purple: { number: 5, name: '紫旗' },
} as const
export type Flag = keyof typeof FLAGS

/** What a remark on an order is about, in the words of agents. */
export const ORDER_NOTES = {
  price: '改价',
  product: '改商品',
  recipient: '改地址',
  courier: '改快递',
  refund: '可退款',
  special: '特殊',
} as const
export type OrderNote = keyof typeof ORDER_NOTES

/** The two ways of flagging that shops use, 插旗: which colour stands for what. */
export const FLAG_MEANINGS: Readonly<Record<ShopProfile['flags'], Readonly<Partial<Record<Flag, string>>>>> =
  {
    'by-change': {
      yellow: '改价',
      purple: '发货前改单',
      blue: '发货后改单',
      red: '指定快递或特殊要求',
      green: '可以退款',
    },
    'by-content': { red: '快递', green: '商品', yellow: '地址、姓名、电话' },
  }

const BY_CONTENT: Readonly<Partial<Record<OrderNote, Flag>>> = {
  courier: 'red',
  product: 'green',
  recipient: 'yellow',
}

/** What a remark holds at most, in bytes; the platform cuts or refuses what is longer. */
export const REMARK_BYTES = 1000

export interface OrderChange {
  note: OrderNote
  /** Whether the parcel had left when the change was asked for. */
  isDispatched: boolean
}

/** The flag for a change in this shop; null when its way of flagging has no colour for it. */
export function flagFor({ note, isDispatched }: OrderChange, flags: ShopProfile['flags']): Flag | null {
  if (flags === 'by-content') return BY_CONTENT[note] ?? null
  if (note === 'price') return 'yellow'
  if (note === 'refund') return 'green'
  if (note === 'courier' || note === 'special') return 'red'
  return isDispatched ? 'blue' : 'purple'
}

export interface FlaggedRemark {
  /** `发货前改地址：…|小满|2026-11-23`, at most 1,000 bytes. */
  remark: string
  /** Grey, the platform's "no flag", when the shop has no colour for this. */
  flag: Flag
  /** `插紫旗（发货前改单）`, for the agent. */
  spoken: string
  /** The reason was too long and ends in an ellipsis. */
  isCut: boolean
}

/**
 * 插旗备注: the remark that records a change (reason, agent, day) and the flag to put with it. A reason too long for the
 * platform is cut at a character and says so; who wrote it and when is always kept. Refused without a reason.
 */
export function orderFlag(
  change: OrderChange,
  reason: string,
  { agentAlias, flags }: Pick<ShopProfile, 'agentAlias' | 'flags'>,
  day: string,
): Outcome<FlaggedRemark> {
  const written = reason.replace(/\s+/g, ' ').trim()
  if (!written) return refuse('备注要写原因')
  const signature = `|${agentAlias}|${day}`
  const heading = headingOf(change)
  const room = REMARK_BYTES - byteLength(heading) - byteLength(signature)
  const { text, isCut } = cutToBytes(written, room)
  const flag = flagFor(change, flags)
  return {
    ok: true,
    remark: `${heading}${text}${signature}`,
    flag: flag ?? 'grey',
    spoken: spokenFlag(flag, change, flags),
    isCut,
  }
}

/** `发货后改地址：`; a price, a refund or a special wish is the same before and after. */
function headingOf({ note, isDispatched }: OrderChange): string {
  if (note === 'special') return ''
  const isOfParcel = note === 'product' || note === 'recipient' || note === 'courier'
  const stage = isDispatched ? '发货后' : '发货前'
  return `${isOfParcel ? stage : ''}${ORDER_NOTES[note]}：`
}

function spokenFlag(flag: Flag | null, { note }: OrderChange, flags: ShopProfile['flags']): string {
  if (flag === null) return `店铺的插旗没有「${ORDER_NOTES[note]}」这一类，只写备注、不插旗`
  return `插${FLAGS[flag].name}（${FLAG_MEANINGS[flags][flag]}）`
}
