import { z } from 'zod'
import { Day } from './phrase.ts'
import { Fen } from './product.ts'
import { PROVINCES, type Province } from './provinces.ts'
import { plainName } from './text.ts'

export { PROVINCES, type Province }

/** `HH:MM`, 24 hours. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间要写成 16:00 这样')

/** 满减: `offFen` off when the basket reaches `reachFen`; `every` repeats it for each multiple (上不封顶). */
export const Tier = z.object({
  reachFen: Fen,
  offFen: Fen,
  every: z.boolean().default(false),
  validFrom: Day.nullable().default(null),
  validUntil: Day.nullable().default(null),
})
export type Tier = z.infer<typeof Tier>

/** 折扣: 95 means 95折, five per cent off. */
export const Discount = z.object({
  reachFen: Fen,
  percent: z.int().min(1).max(99),
  validFrom: Day.nullable().default(null),
  validUntil: Day.nullable().default(null),
})
export type Discount = z.infer<typeof Discount>

/** One courier's prices and days for the provinces it serves. */
export const Courier = z.object({
  name: z.string().min(1).max(20),
  isDefault: z.boolean().default(false),
  provinces: z.partialRecord(
    z.enum(PROVINCES),
    z.object({ surchargeFen: Fen, days: z.tuple([z.int().min(0).max(60), z.int().min(0).max(60)]) }),
  ),
})
export type Courier = z.infer<typeof Courier>

/** The shop's facts that scripts compute from. One per shop; the first start brings a sample. */
export const ShopProfile = z.object({
  name: z.string().overwrite(plainName).trim().min(1, '店铺名称不能为空').max(60),
  /** The agent's name in chats, 花名. */
  agentAlias: z.string().overwrite(plainName).trim().min(1, '花名不能为空').max(30),
  /** What the shop calls its buyers: 亲, 小主, 女神 … */
  petName: z.string().overwrite(plainName).trim().min(1, '对买家的称呼不能为空').max(20),
  /** Orders paid before this China time leave the same day. */
  cutOff: TimeOfDay,
  /** Days of the week on which parcels leave; 1 is Monday, 7 is Sunday. */
  dispatchDays: z.array(z.int().min(1).max(7)).min(1).max(7).default([1, 2, 3, 4, 5, 6, 7]),
  /** The shop's own calendar, above the public one: days without dispatch, and days with it although others rest. */
  closedDays: z
    .array(z.object({ day: Day, reason: z.string().trim().max(40) }))
    .max(200)
    .default([]),
  openDays: z.array(Day).max(200).default([]),
  dispatchPlace: z.string().overwrite(plainName).trim().max(40).nullable().default(null),
  tiers: z.array(Tier).max(20).default([]),
  /** Whether all tiers that a basket reaches are taken off together, or only the best one. */
  tiersStack: z.boolean().default(false),
  discounts: z.array(Discount).max(20).default([]),
  freeShippingFen: Fen.nullable().default(null),
  /** What an agent may take off without asking, in fen. */
  discountLimitFen: Fen.default(2000),
  /** Whom to ask above the limit. */
  leadName: z.string().overwrite(plainName).trim().max(30).nullable().default(null),
  /** A SKU with this many pieces or fewer is scarce. */
  scarceAtMost: z.int().min(0).max(1000).default(5),
  /** Stock older than this is no ground for a claim. */
  stockFreshHours: z
    .int()
    .min(1)
    .max(24 * 30)
    .default(24),
  couriers: z.array(Courier).max(20).default([]),
  returnDays: z.int().min(0).max(90).default(7),
  hasFreightInsurance: z.boolean().default(false),
  /** What each flag on an order means in this shop: see `shared/techniques/orders/order-flag.ts`. */
  flags: z.enum(['by-change', 'by-content']).default('by-change'),
  serviceHours: z.string().trim().max(60).nullable().default(null),
})
export type ShopProfile = z.infer<typeof ShopProfile>
