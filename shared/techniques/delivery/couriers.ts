import type { Province } from '../../model/provinces.ts'
import type { Courier, ShopProfile } from '../../model/shop.ts'
import { lacking, type Outcome, refuse } from '../outcome.ts'
import { listed } from '../wording.ts'
import { resolveProvince } from './provinces.ts'

type Couriers = Pick<ShopProfile, 'couriers'>
type Row = NonNullable<Courier['provinces'][Province]>

/**
 * The table row for one courier and one place. `courierName` may be short (顺丰 for 顺丰速运); empty means the shop's
 * default. `place` is what the buyer wrote: a province, a city, a short name.
 */
export function courierRow(
  shop: Couriers,
  courierName: string,
  place: string,
): Outcome<{ courier: string; province: Province; row: Row }> {
  const courier = courierNamed(shop, courierName)
  if (!courier) return refuse(whyNoCourier(shop, courierName))
  const province = resolveProvince(place)
  if (!province) return lacking(['客户.省份'], `「${place}」认不出是哪个省`)
  const row = courier.provinces[province]
  if (!row) return refuse(`${courier.name}到${province}没有填写时效和运费`, '先查一下快递再回复买家')
  return { ok: true, courier: courier.name, province, row }
}

function courierNamed({ couriers }: Couriers, name: string): Courier | undefined {
  const wanted = name.trim()
  if (!wanted)
    return couriers.find((courier) => courier.isDefault) ?? (couriers.length === 1 ? couriers[0] : undefined)
  return (
    couriers.find((courier) => courier.name === wanted) ??
    couriers.find((courier) => courier.name.includes(wanted) || wanted.includes(courier.name))
  )
}

function whyNoCourier({ couriers }: Couriers, name: string): string {
  if (couriers.length === 0) return '店铺还没有填写快递'
  if (!name.trim()) return '店铺没有设默认快递'
  return `店铺没有「${name}」，有：${listed(couriers.map((courier) => courier.name))}`
}
