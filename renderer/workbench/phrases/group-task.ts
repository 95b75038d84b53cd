import type { GroupNode } from './group-tree.ts'

/** What is being done to a group; `create` under the node, or at the top when there is none. */
export type GroupTask =
  | { kind: 'create'; under: GroupNode | null }
  | { kind: 'rename'; node: GroupNode }
  | { kind: 'remove'; node: GroupNode }
