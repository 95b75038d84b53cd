import { z } from 'zod'
import { ShopProfile } from './shop.ts'

/** One of the shops an agent answers for, as lists name it. */
export interface ShopSummary {
  id: string
  name: string
  /** The agent's name in this shop's chats, 花名. */
  agentAlias: string
}

/** An agent answers for a few shops; this bounds what a page may ask. */
export const MOST_SHOPS = 50

/** A shop to be added: from nothing, or with another one's profile under a name of its own. */
export const ShopDraft = z.object({
  name: ShopProfile.shape.name,
  copyOf: z.string().min(1).max(64).nullable().default(null),
})
export type ShopDraft = z.infer<typeof ShopDraft>
