import type { Product } from '../../model/product.ts'
import type { ShopProfile } from '../../model/shop.ts'
import { type Outcome, refuse } from '../outcome.ts'
import { listed } from '../wording.ts'

/**
 * 比价: why ours costs what it does, in up to three rungs to be said one after the other: what it is made of, what proves
 * it, what the buyer risks. `lacking` are the rungs the facts do not give.
 */
export function comparison(
  product: Pick<Product, 'materials' | 'certificates'>,
  shop: Pick<ShopProfile, 'returnDays' | 'hasFreightInsurance'>,
): Outcome<{ text: string; rungs: string[]; lacking: string[] }> {
  const rungs: [name: string, sentence: string | null][] = [
    ['材质', product.materials.length ? `用料是${listed(product.materials)}` : null],
    ['证书', product.certificates.length ? `有${listed(product.certificates)}` : null],
    ['退换', riskFree(shop)],
  ]
  const said = rungs.flatMap(([, sentence]) => sentence ?? [])
  if (said.length === 0) return refuse('材质、证书和退换政策都没有填写，没有可比的依据')
  const lacking = rungs.flatMap(([name, sentence]) => (sentence ? [] : [name]))
  return { ok: true, text: said.join('；'), rungs: said, lacking }
}

function riskFree({
  returnDays,
  hasFreightInsurance,
}: Pick<ShopProfile, 'returnDays' | 'hasFreightInsurance'>): string | null {
  if (returnDays === 0) return null
  return `支持 ${returnDays} 天无理由退换${hasFreightInsurance ? '，还送运费险' : ''}`
}
