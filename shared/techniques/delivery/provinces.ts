import { PROVINCES, type Province } from '../../model/provinces.ts'
import { CITIES, SHORT_NAMES } from './cities.ts'

/** Every spelling that names a province by itself or at the head of an address, the longest first. */
const HEADS: readonly (readonly [string, Province])[] = PROVINCES.flatMap((province) => [
  [province, province] as const,
  ...CITIES[province].split(' ').map((city) => [city, province] as const),
])
  .concat([
    ['内蒙', '内蒙古'],
    // 海南州 lies in Qinghai, 海南 is the island; only the full name tells them apart.
    ['海南藏族自治州', '青海'],
    ['吉林市', '吉林'],
    ['魔都', '上海'],
    ['帝都', '北京'],
    ['羊城', '广东'],
  ])
  .sort(([a], [b]) => b.length - a.length)

const BY_SHORT_NAME: ReadonlyMap<string, Province> = new Map(
  PROVINCES.flatMap((province) =>
    SHORT_NAMES[province].split(' ').map((short) => [short, province] as const),
  ),
)

/**
 * The province of what a buyer wrote as where they live: 上海, 上海市, 沪, 广东省深圳市, 深圳, 新疆维吾尔自治区.
 * Null when it is none that we know, or could be two.
 */
export function resolveProvince(written: string): Province | null {
  const place = written.normalize('NFKC').replace(/\s/g, '').replace(/^中国/, '')
  if (!place) return null
  const short = BY_SHORT_NAME.get(place)
  if (short) return short
  return HEADS.find(([head]) => place.startsWith(head))?.[1] ?? null
}
