import { ShopProfile } from '../../../shared/model/shop.ts'
import type { Database } from '../database/open-database.ts'

/** The shop that scripts speak for. */
export interface Shop {
  profile(): ShopProfile
  save(profile: ShopProfile): ShopProfile
  refresh(): void
}

/** What a library that was started empty says of its shop until somebody fills it in. */
const BLANK_PROFILE: ShopProfile = ShopProfile.parse({
  name: '我的店铺',
  agentAlias: '客服',
  petName: '亲',
  cutOff: '16:00',
})

const ONLY_SHOP = 'main'

export function createShop(database: Database): Shop {
  const select = database.prepare<[string], { profile: string }>('SELECT profile FROM shops WHERE id = ?')
  const upsert = database.prepare(
    'INSERT INTO shops (id, profile) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET profile = excluded.profile',
  )
  let known: ShopProfile | null = null

  function profile(): ShopProfile {
    known ??= read()
    return known
  }

  function read(): ShopProfile {
    const row = select.get(ONLY_SHOP)
    return row ? ShopProfile.parse(JSON.parse(row.profile)) : BLANK_PROFILE
  }

  return {
    profile,
    save(input) {
      const parsed = ShopProfile.parse(input)
      upsert.run(ONLY_SHOP, JSON.stringify(parsed))
      known = parsed
      return parsed
    },
    refresh() {
      known = null
    },
  }
}
