import type { GroupNode } from '../group-tree.ts'

/** What is being done to a group in a dialog; `create` under the node, or at the top when there is none. */
export type GroupTask =
  | { kind: 'create'; under: GroupNode | null }
  | { kind: 'move' | 'merge' | 'remove'; node: GroupNode }
