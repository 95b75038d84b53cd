import { z } from 'zod'

const Id = z.string().min(1).max(64)

/** Where a group is put: under `parentId` (null: at the top), ahead of its sibling `before` (null: after all of them). */
export const GroupPlace = z.object({ parentId: Id.nullable(), before: Id.nullable() })
export type GroupPlace = z.infer<typeof GroupPlace>
