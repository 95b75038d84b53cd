/** A group as it is stored. */
export interface GroupRow {
  id: string
  parent_id: string | null
  name: string
  position: number
}

/** The groups in memory, so that walking up and down costs nothing. */
export class GroupTree {
  readonly #byId = new Map<string, GroupRow>()
  readonly #byPlace = new Map<string, GroupRow>()
  readonly #children = new Map<string | null, GroupRow[]>()

  /** @param rows siblings in their order */
  constructor(rows: readonly GroupRow[]) {
    for (const row of rows) this.add(row)
  }

  /** Adds a group after its siblings. */
  add(row: GroupRow): void {
    this.#byId.set(row.id, row)
    this.#byPlace.set(placeOf(row.parent_id, row.name), row)
    const siblings = this.#children.get(row.parent_id)
    if (siblings) siblings.push(row)
    else this.#children.set(row.parent_id, [row])
  }

  get(id: string): GroupRow | undefined {
    return this.#byId.get(id)
  }

  childNamed(parentId: string | null, name: string): GroupRow | undefined {
    return this.#byPlace.get(placeOf(parentId, name))
  }

  /** The groups under `parentId` in their order; null for those at the top. */
  childrenOf(parentId: string | null): readonly GroupRow[] {
    return this.#children.get(parentId) ?? []
  }

  /** From the outermost ancestor to the group itself; empty for null. */
  lineage(id: string | null): GroupRow[] {
    const line: GroupRow[] = []
    for (let row = id === null ? undefined : this.#byId.get(id); row; ) {
      line.unshift(row)
      row = row.parent_id === null ? undefined : this.#byId.get(row.parent_id)
    }
    return line
  }

  /** The group and all below it, parents before their children. */
  withDescendants(id: string): string[] {
    return [id, ...this.childrenOf(id).flatMap((child) => this.withDescendants(child.id))]
  }

  /** Levels from the group to the deepest one below it; 1 when there is none. */
  heightOf(id: string): number {
    return 1 + Math.max(0, ...this.childrenOf(id).map((child) => this.heightOf(child.id)))
  }

  /** All groups as one reads them: parents before their children, siblings in their order. */
  inOrder(parentId: string | null = null): GroupRow[] {
    return this.childrenOf(parentId).flatMap((row) => [row, ...this.inOrder(row.id)])
  }
}

/** Where a group stands: no id holds a slash. */
function placeOf(parentId: string | null, name: string): string {
  return `${parentId ?? ''}/${name}`
}
