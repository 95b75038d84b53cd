import type { ShopProfile } from '../../../shared/model/shop.ts'
import type { ShopDraft } from '../../../shared/model/shop-summary.ts'
import { stepLabels } from '../undo/step-labels.ts'
import type { UndoDesk } from '../undo/undo-desk.ts'
import type { Shop } from './shop.ts'
import type { ShopBook } from './shop-book.ts'

interface Around {
  /** What another program has written is known before `act` runs. */
  upToDate<Args extends unknown[], Result>(act: (...args: Args) => Result): (...args: Args) => Result
  /** Everything that speaks for a shop is told that what it says may be another now. */
  told<T>(result: T): T
  /** Keeps what is done as a step that can be undone. */
  record: UndoDesk['record']
}

/** The shops as the hosts ask for them; every change reaches the scripts and the pages at once. */
export function createShopDesk(shop: Shop, book: ShopBook, { upToDate, told, record }: Around) {
  return {
    list: upToDate(book.list),
    currentId: upToDate(shop.id),
    get: upToDate(book.get),
    save: upToDate((id: string, profile: ShopProfile) =>
      told(record(stepLabels.saveShop, () => book.save(id, profile))),
    ),
    /** Changes what lists name a shop by, and leaves the rest of its profile. */
    rename: upToDate((id: string, names: Partial<Pick<ShopProfile, 'name' | 'agentAlias'>>) =>
      told(record(stepLabels.saveShop, () => book.save(id, { ...book.get(id).profile, ...names }))),
    ),
    switchTo: upToDate((id: string) => told(shop.switchTo(id))),
    create: upToDate((draft: ShopDraft) =>
      told(record(stepLabels.createShop(draft.name), () => shop.create(draft))),
    ),
    remove: upToDate((id: string) => told(record(stepLabels.removeShop, () => shop.remove(id)))),
    restore: upToDate((id: string) => told(record(stepLabels.restoreShop, () => shop.restore(id)))),
  }
}
