/**
 * Siblings after a release: those that stand here, and those that come. Where the publisher changed the order of those
 * there were, theirs take each other's places; else the order here stays. Who comes stands behind who comes before it
 * there. What is not the publisher's keeps its place.
 *
 * @param stands all siblings here that stay, in their order
 * @param before the publisher's in their order in the release before
 * @param after the publisher's in their order now, with those that come
 */
export function orderedWith(
  stands: readonly string[],
  before: readonly string[],
  after: readonly string[],
): string[] {
  const there = new Set(stands)
  const stayed = after.filter((id) => there.has(id))
  const stayedBefore = before.filter((id) => there.has(id))
  const wasKnown = new Set(stayedBefore)
  const isReordered = stayed.filter((id) => wasKnown.has(id)).some((id, at) => id !== stayedBefore[at])
  const ordered = isReordered ? inTheirPlaces(stands, stayed) : [...stands]
  const ofThem = new Set(after)
  for (const [at, id] of after.entries()) {
    if (there.has(id)) continue
    const predecessor = after[at - 1]
    const first = ordered.findIndex((one) => ofThem.has(one))
    const place = predecessor === undefined ? first : ordered.indexOf(predecessor) + 1
    ordered.splice(place < 0 ? ordered.length : place, 0, id)
  }
  return ordered
}

/** `ids` in the places that they have in `list`, in their own order. */
function inTheirPlaces(list: readonly string[], ids: readonly string[]): string[] {
  const places = new Set(ids)
  const next = ids.values()
  return list.map((id) => (places.has(id) ? (next.next().value ?? id) : id))
}
