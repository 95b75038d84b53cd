import { z } from 'zod'
import { GroupPlace } from '../../shared/model/group-place.ts'
import { GroupName } from '../../shared/model/phrase.ts'
import { Id } from './inputs.ts'
import { procedure, router } from './trpc.ts'

/** The tree in which phrases stand. */
export const groupsRouter = router({
  list: procedure.query(({ ctx }) => ctx.desk.groups.list()),
  create: procedure
    .input(z.object({ name: GroupName, parentId: Id.nullable() }))
    .mutation(({ ctx, input }) => ctx.desk.groups.create(input.name, input.parentId)),
  rename: procedure
    .input(z.object({ id: Id, name: GroupName }))
    .mutation(({ ctx, input }) => ctx.desk.groups.rename(input.id, input.name)),
  move: procedure
    .input(z.object({ id: Id, place: GroupPlace }))
    .mutation(({ ctx, input }) => ctx.desk.groups.move(input.id, input.place)),
  merge: procedure
    .input(z.object({ id: Id, into: Id }))
    .mutation(({ ctx, input }) => ctx.desk.groups.merge(input.id, input.into)),
  remove: procedure
    .input(z.object({ id: Id, moveTo: Id.nullable() }))
    .mutation(({ ctx, input }) => ctx.desk.groups.remove(input.id, input.moveTo)),
})
