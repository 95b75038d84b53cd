/** The pages that exist, and what of a page an address can name. */
export type Route =
  /** `phraseId` is a phrase that is to be opened. */
  | { page: 'phrases'; phraseId?: string }
  | ({ page: 'products' } & ProductsView)
  | { page: 'customers'; customerId: string | null }
  | { page: 'follow-ups'; followUpId: string | null }
  /** `packId` is a pack that was given to the desk and is to be looked at. */
  | { page: 'team'; packId: string | null }
  /** `field` is the one to go to, by its name in the shop's form. */
  | { page: 'settings'; field: string | null }

export type ProductsView =
  | { view: 'overview' }
  | { view: 'briefing'; productId: string }
  /** `field` is the one to go to, by its name in the product's form. */
  | { view: 'editor'; productId: string; field: string | null }
  /** A product to be written, from nothing or from another one. */
  | { view: 'new'; copyOf: string | null }
  | { view: 'missing-facts' }

export type Page = Route['page']

/** Reads the part of the address after `#`; anything unknown is the first page. */
export function parseRoute(hash: string): Route {
  const [page, ...rest] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decoded)
  if (page === 'products') return { page, ...parseProducts(rest) }
  if (page === 'customers') return { page, customerId: rest[0] ?? null }
  if (page === 'follow-ups') return { page, followUpId: rest[0] ?? null }
  if (page === 'team') return { page, packId: rest[0] === 'pack' ? (rest[1] ?? null) : null }
  if (page === 'settings') return { page, field: rest[0] ?? null }
  return { page: 'phrases', ...(page === 'phrases' && rest[0] && { phraseId: rest[0] }) }
}

function parseProducts([first, second, third]: string[]): ProductsView {
  if (!first) return { view: 'overview' }
  if (first === 'missing-facts') return { view: first }
  if (first === 'new') return { view: first, copyOf: second ?? null }
  if (second === 'edit') return { view: 'editor', productId: first, field: third ?? null }
  return { view: 'briefing', productId: first }
}

/** The inverse of `parseRoute`, with its `#`. */
export function formatRoute(route: Route): string {
  return `#/${partsOf(route)
    .filter((part) => part !== null)
    .map(encodeURIComponent)
    .join('/')}`
}

function partsOf(route: Route): (string | null)[] {
  if (route.page === 'settings') return [route.page, route.field]
  if (route.page === 'customers') return [route.page, route.customerId]
  if (route.page === 'follow-ups') return [route.page, route.followUpId]
  if (route.page === 'phrases') return [route.page, route.phraseId ?? null]
  if (route.page === 'team') return route.packId === null ? [route.page] : [route.page, 'pack', route.packId]
  switch (route.view) {
    case 'overview':
      return [route.page]
    case 'missing-facts':
      return [route.page, route.view]
    case 'new':
      return [route.page, route.view, route.copyOf]
    case 'briefing':
      return [route.page, route.productId]
    case 'editor':
      return [route.page, route.productId, 'edit', route.field]
  }
}

/** A part that is no valid encoding, e.g. a lone `%`, stands as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
