import { z } from 'zod'
import { MEASURES } from './product.ts'
import { BUYER_TYPES } from './steps.ts'
import { plainName } from './text.ts'

/**
 * The buyer in the current chat, as far as the agent has said. What a shop keeps of buyers, encrypted, is in
 * `customer.ts`.
 */
export const Buyer = z.object({
  nickname: z.string().overwrite(plainName).trim().min(1).max(60),
  type: z.enum(BUYER_TYPES).nullable().default(null),
  /** 送人: the buyer is not the user. */
  isGift: z.boolean().default(false),
  province: z.string().max(10).nullable().default(null),
  measures: z.partialRecord(z.enum(MEASURES), z.number().positive().max(500)).default({}),
})
export type Buyer = z.infer<typeof Buyer>
