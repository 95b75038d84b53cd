import { z } from 'zod'
import { Buyer } from './buyer.ts'
import type { FollowUp } from './follow-up.ts'

/** For whom a buyer buys, when not for themselves. */
export const RECIPIENTS = ['child', 'elder', 'friend', 'pet'] as const
export type Recipient = (typeof RECIPIENTS)[number]

export const RECIPIENT_NAMES: Record<Recipient, string> = {
  child: '孩子',
  elder: '长辈',
  friend: '朋友',
  pet: '宠物',
}

export const CUSTOMER_LIMITS = { notes: 50, note: 500 } as const

const Note = z.object({
  /** ms since 1970. */
  at: z.int(),
  text: z
    .string()
    .trim()
    .min(1, '备注不能为空')
    .max(CUSTOMER_LIMITS.note, `一条备注最多 ${CUSTOMER_LIMITS.note} 个字`),
})

/** What a shop keeps of a buyer between conversations: what serves the sale, and no field for a phone or an address. */
export const CustomerDraft = Buyer.extend({
  recipient: z.enum(RECIPIENTS).nullable().default(null),
  notes: z.array(Note).max(CUSTOMER_LIMITS.notes, `最多保留 ${CUSTOMER_LIMITS.notes} 条备注`).default([]),
})
export type CustomerDraft = z.infer<typeof CustomerDraft>
export type CustomerDraftInput = z.input<typeof CustomerDraft>

/** Times are ms since 1970. */
export type Customer = CustomerDraft & {
  id: string
  createdAt: number
  /** The last time an agent served or changed this buyer; the time of keeping counts from it. */
  seenAt: number
  /** When the program will delete everything it knows of this buyer. */
  deletedOn: number
}

/** One script that was delivered while this buyer was chosen in the panel. */
export interface CustomerPaste {
  at: number
  phraseTitle: string
  text: string
}

/** One buyer with everything that is kept, as it is exported on a buyer's request. */
export interface CustomerRecord {
  customer: Customer
  pastes: CustomerPaste[]
  followUps: FollowUp[]
}

/**
 * How buyers' data is protected on this machine.
 * `system`: by a key that the system's keyring holds. `file`: by a key in a file that only this account may read.
 * `locked`: encrypted with a key that cannot be had here; nothing of it can be read.
 */
export type CustomerProtection =
  | { state: 'system' }
  | { state: 'file'; why: string }
  | { state: 'locked'; why: string; advice: string }
