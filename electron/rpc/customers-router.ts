import { z } from 'zod'
import { Buyer } from '../../shared/model/buyer.ts'
import { CustomerDraft } from '../../shared/model/customer.ts'
import { procedure, router } from './trpc.ts'

const Id = z.string().min(1).max(64)

/** What is kept of buyers. Each answer waits until their records are opened; see `electron/desk/customers`. */
export const customersRouter = router({
  protection: procedure.query(({ ctx }) => ctx.desk.customers.protection()),
  list: procedure
    .input(
      z.object({
        text: z.string().max(200).default(''),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .query(({ ctx, input }) => ctx.desk.customers.list(input)),
  get: procedure.input(Id).query(({ ctx, input }) => ctx.desk.customers.get(input)),
  pastes: procedure.input(Id).query(({ ctx, input }) => ctx.desk.customers.pastesOf(input)),
  create: procedure.input(CustomerDraft).mutation(({ ctx, input }) => ctx.desk.customers.create(input)),
  update: procedure
    .input(z.object({ id: Id, draft: CustomerDraft }))
    .mutation(({ ctx, input }) => ctx.desk.customers.update(input.id, input.draft)),
  /** The panel learned something of a buyer. Null when buyers are not kept, or this one has no name of their own. */
  remember: procedure.input(Buyer).mutation(({ ctx, input }) => ctx.desk.customers.remember(input)),
  remove: procedure
    .input(z.array(Id).min(1).max(10_000))
    .mutation(({ ctx, input }) => ctx.desk.customers.remove(input)),
  /** Everything that is kept of one buyer, for a buyer who asks for it. */
  export: procedure.input(Id).query(({ ctx, input }) => ctx.desk.customers.export(input)),
  /** Deletes all buyers and begins with new keys. */
  startOver: procedure.mutation(({ ctx }) => ctx.desk.customers.startOver()),
})
