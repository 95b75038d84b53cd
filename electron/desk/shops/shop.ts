import type { ShopProfile } from '../../../shared/model/shop.ts'
import type { ShopDraft } from '../../../shared/model/shop-summary.ts'
import { BLANK_PROFILE, type ShopBook, type StoredShop } from './shop-book.ts'

/** The shop that scripts speak for. */
export interface Shop {
  id(): string
  profile(): ShopProfile
  save(profile: ShopProfile): ShopProfile
  /** @throws DeskError `not-found` */
  switchTo(id: string): StoredShop
  /** A new shop, which is the current one from then on. */
  create(draft: ShopDraft): StoredShop
  /** Takes a shop out; where it was the current one, the oldest takes its place. */
  remove(id: string): StoredShop
  /** The last shops taken out in this sitting, to be put back. @throws DeskError `not-found` */
  restore(id: string): StoredShop
  refresh(): void
}

interface Choice {
  read(): string
  write(id: string): void
}

/**
 * The current one of the shops. Which one it is belongs to this machine (docs/decisions/017): a shop chosen here may be
 * gone from a library that was restored or came from another machine; then the oldest is current.
 */
export function createShop(book: ShopBook, choice: Choice): Shop {
  const removed = new Map<string, StoredShop>()

  function current(): StoredShop | null {
    const shops = book.all()
    return shops.find(({ id }) => id === choice.read()) ?? shops[0] ?? null
  }

  function switchTo(id: string): StoredShop {
    const shop = book.get(id)
    choice.write(shop.id)
    return shop
  }

  return {
    id: () => current()?.id ?? '',
    profile: () => current()?.profile ?? BLANK_PROFILE,
    save(profile) {
      const shop = current()
      return (shop ? book.save(shop.id, profile) : book.begin(profile)).profile
    },
    switchTo,
    create: (draft) => switchTo(book.create(draft).id),
    remove(id) {
      const shop = book.remove(id)
      removed.set(id, shop)
      return shop
    },
    restore(id) {
      const shop = removed.get(id)
      // Put back already, or taken out by another program: the book says which.
      if (!shop) return book.get(id)
      removed.delete(id)
      return book.restore(shop)
    },
    refresh: book.refresh,
  }
}
