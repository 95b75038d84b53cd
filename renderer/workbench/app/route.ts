/** The pages that exist, and what of a page an address can name. */
export type Route =
  | { page: 'phrases' }
  | { page: 'products'; productId: string | null }
  | { page: 'settings' }

export type Page = Route['page']

/** Reads the part of the address after `#`; anything unknown is the first page. */
export function parseRoute(hash: string): Route {
  const [page, id] = hash.replace(/^#?\/?/, '').split('/')
  if (page === 'products') return { page, productId: id ? decodeURIComponent(id) : null }
  if (page === 'settings') return { page }
  return { page: 'phrases' }
}

/** The inverse of `parseRoute`, with its `#`. */
export function formatRoute(route: Route): string {
  if (route.page === 'products' && route.productId) return `#/products/${encodeURIComponent(route.productId)}`
  return `#/${route.page}`
}
