import type { ShopProfile } from '../../model/shop.ts'
import { type Outcome, refuse } from '../outcome.ts'
import { courierRow } from './couriers.ts'

/** 补运费: what `courierName` to `place` costs more, in fen. Refused when the table has no such pair, or no surcharge. */
export function courierSurcharge(
  shop: Pick<ShopProfile, 'couriers'>,
  courierName: string,
  place: string,
): Outcome<{ surchargeFen: number; courier: string; province: string }> {
  const found = courierRow(shop, courierName, place)
  if (!found.ok) return found
  const { courier, province, row } = found
  if (row.surchargeFen === 0)
    return refuse(`${courier}到${province}不用补运费`, `${courier}到${province}不用补差价，直接备注就行`)
  return { ok: true, surchargeFen: row.surchargeFen, courier, province }
}

/** The remark a buyer is asked to leave with the payment, by which the shop knows what it is for. */
export function surchargeRemark(nickname: string): string {
  return `补运费-${nickname}`
}
