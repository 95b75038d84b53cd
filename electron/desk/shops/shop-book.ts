import { ShopProfile } from '../../../shared/model/shop.ts'
import { MOST_SHOPS, type ShopDraft, type ShopSummary } from '../../../shared/model/shop-summary.ts'
import type { Database } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'

export interface StoredShop {
  id: string
  profile: ShopProfile
}

/** Every shop of the library. One of them is there at least, once the library has begun. */
export interface ShopBook {
  /** The oldest first. */
  all(): readonly StoredShop[]
  list(): ShopSummary[]
  /** @throws DeskError `not-found` */
  get(id: string): StoredShop
  /** @throws DeskError `name-taken`, or `not-found` for a shop that has gone meanwhile */
  save(id: string, profile: ShopProfile): StoredShop
  /** @throws DeskError `name-taken`, `not-found` for a shop to copy, `too-many` */
  create(draft: ShopDraft): StoredShop
  /** @returns what was taken out. @throws DeskError `last-shop`: scripts always speak for one. */
  remove(id: string): StoredShop
  /** Puts back what was taken out, also where its name has been given to another since. */
  restore(shop: StoredShop): StoredShop
  /** The first shop of a library, which has none yet. */
  begin(profile: ShopProfile): StoredShop
  refresh(): void
}

/** The shop that a library begins with; libraries of before there were several have it alone. */
const FIRST_SHOP = 'main'

/** What a shop that is begun from nothing says of itself until somebody fills it in. */
export const BLANK_PROFILE: ShopProfile = ShopProfile.parse({
  name: '我的店铺',
  agentAlias: '客服',
  petName: '亲',
  cutOff: '16:00',
})

export function createShopBook(database: Database, { newId }: { newId: () => string }): ShopBook {
  // Ids are UUIDv7, so they sort by age; the first shop's is not.
  const selectAll = database.prepare<[string], { id: string; profile: string }>(
    'SELECT id, profile FROM shops ORDER BY id <> ?, id',
  )
  const upsert = database.prepare(
    'INSERT INTO shops (id, profile) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET profile = excluded.profile',
  )
  const deleteOne = database.prepare('DELETE FROM shops WHERE id = ?')
  let known: readonly StoredShop[] | null = null

  function all(): readonly StoredShop[] {
    known ??= selectAll
      .all(FIRST_SHOP)
      .map(({ id, profile }) => ({ id, profile: ShopProfile.parse(JSON.parse(profile)) }))
    return known
  }

  function get(id: string): StoredShop {
    const shop = all().find((one) => one.id === id)
    if (!shop) throw new DeskError('not-found', '这个店铺已经不在了，可能刚被删除')
    return shop
  }

  function write(id: string, input: ShopProfile): StoredShop {
    const profile = ShopProfile.parse(input)
    upsert.run(id, JSON.stringify(profile))
    known = null
    return { id, profile }
  }

  /** Two shops of one name could not be told apart on the panel, and scripts would greet for the wrong one. */
  function refuseTakenName(id: string | null, name: string): void {
    if (all().some((shop) => shop.id !== id && shop.profile.name === name))
      throw new DeskError('name-taken', `已经有叫“${name}”的店铺，请换个名称`)
  }

  return {
    all,
    list: () => all().map(({ id, profile: { name, agentAlias } }) => ({ id, name, agentAlias })),
    get,
    save(id, profile) {
      get(id)
      refuseTakenName(id, profile.name)
      return write(id, profile)
    },
    create({ name, copyOf }) {
      if (all().length >= MOST_SHOPS) throw new DeskError('too-many', `最多 ${MOST_SHOPS} 个店铺`)
      refuseTakenName(null, name)
      const pattern = copyOf === null ? BLANK_PROFILE : get(copyOf).profile
      return write(newId(), { ...pattern, name })
    },
    remove(id) {
      const shop = get(id)
      if (all().length === 1) throw new DeskError('last-shop', '至少要留一个店铺，话术才知道替谁说话')
      deleteOne.run(id)
      known = null
      return shop
    },
    restore: ({ id, profile }) => write(id, profile),
    begin: (profile) => write(FIRST_SHOP, profile),
    refresh() {
      known = null
    },
  }
}
