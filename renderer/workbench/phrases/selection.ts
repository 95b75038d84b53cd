/** Which rows are ticked, and the row from which a Shift-click extends. */
export interface Selection {
  ids: ReadonlySet<string>
  anchor: number | null
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null }

/** Ticks or unticks one row. */
export function toggled({ ids }: Selection, index: number, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: index }
}

/** Ticks everything from the anchor to `index`; rows not loaded yet (`idAt` gives null) are left out. */
export function extendedTo(
  selection: Selection,
  index: number,
  idAt: (index: number) => string | null,
): Selection {
  const anchor = selection.anchor ?? index
  const ids = new Set(selection.ids)
  for (let at = Math.min(anchor, index); at <= Math.max(anchor, index); at++) {
    const id = idAt(at)
    if (id !== null) ids.add(id)
  }
  return { ids, anchor }
}
