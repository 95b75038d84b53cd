import { z } from 'zod'
import { ProductDraft } from '../../shared/model/product.ts'
import { Id, Ids } from './inputs.ts'
import { procedure, router } from './trpc.ts'

/** The catalogue: what the shop sells, and the facts of it that scripts speak of. */
export const productsRouter = router({
  list: procedure.query(({ ctx }) => ctx.desk.products.list()),
  search: procedure
    .input(z.object({ text: z.string().max(200), limit: z.int().min(1).max(200).default(20) }))
    .query(({ ctx, input }) => ctx.desk.products.search(input.text, input.limit)),
  get: procedure.input(Id).query(({ ctx, input }) => ctx.desk.products.get(input)),
  create: procedure.input(ProductDraft).mutation(({ ctx, input }) => ctx.desk.products.create(input)),
  update: procedure
    .input(z.object({ id: Id, draft: ProductDraft }))
    .mutation(({ ctx, input }) => ctx.desk.products.update(input.id, input.draft)),
  remove: procedure.input(Ids).mutation(({ ctx, input }) => ctx.desk.products.remove(input)),
  restore: procedure.input(Ids).mutation(({ ctx, input }) => ctx.desk.products.restore(input)),
})
