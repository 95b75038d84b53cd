import { z } from 'zod'
import { ShopProfile } from '../../shared/model/shop.ts'
import { ShopDraft } from '../../shared/model/shop-summary.ts'
import { Id } from './inputs.ts'
import { procedure, router } from './trpc.ts'

/** The shops that an agent answers for. Scripts speak for the current one. */
export const shopsRouter = router({
  save: procedure
    .input(z.object({ id: Id, profile: ShopProfile }))
    .mutation(({ ctx, input }) => ctx.desk.shops.save(input.id, input.profile)),
  rename: procedure
    .input(z.object({ id: Id, name: ShopProfile.shape.name }))
    .mutation(({ ctx, input: { id, name } }) => ctx.desk.shops.rename(id, { name })),
  setAlias: procedure
    .input(z.object({ id: Id, agentAlias: ShopProfile.shape.agentAlias }))
    .mutation(({ ctx, input: { id, agentAlias } }) => ctx.desk.shops.rename(id, { agentAlias })),
  switchTo: procedure.input(Id).mutation(({ ctx, input }) => ctx.desk.shops.switchTo(input)),
  create: procedure.input(ShopDraft).mutation(({ ctx, input }) => ctx.desk.shops.create(input)),
  remove: procedure.input(Id).mutation(({ ctx, input }) => ctx.desk.shops.remove(input)),
  /** Puts back a shop that was removed in this sitting. */
  restore: procedure.input(Id).mutation(({ ctx, input }) => ctx.desk.shops.restore(input)),
})
