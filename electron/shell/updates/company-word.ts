import { z } from 'zod'
import { UpdateServer } from '../../../shared/model/updates.ts'

/** What a company sets for all users of a machine; it may say more that is none of ours. */
export const CompanyPolicy = z.object({
  updates: z.object({ server: UpdateServer.optional(), isOff: z.boolean().optional() }).default({}),
})
export type CompanyPolicy = z.infer<typeof CompanyPolicy>

/** Null where the company has said nothing. `unreadable`: it has, and nobody can say what it wants. */
export type CompanyWord = CompanyPolicy | null | 'unreadable'
