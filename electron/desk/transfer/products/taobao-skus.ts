import { readPrice, readStock } from './cells.ts'

/** One combination of 销售属性组合. */
export interface TaobaoSku {
  code: string | null
  attributes: Record<string, string>
  /** Null when the item's own price holds. */
  priceFen: number | null
  stock: number | null
}

/** What the platform's property ids mean. Source: item data that shops have published; other ids stay as they are. */
const PROPERTIES: Readonly<Record<string, string>> = {
  1627207: '颜色',
  20509: '尺码',
  20518: '尺码',
  20549: '尺码',
}
const VALUES: Readonly<Record<string, string>> = {
  '1627207:28320': '白色',
  '1627207:28335': '绿色',
  '1627207:28338': '蓝色',
  '1627207:28341': '黑色',
  '1627207:132069': '褐色',
  '1627207:3232480': '粉红色',
  '1627207:3232483': '军绿色',
  '20509:28313': 'XS',
  '20509:28314': 'S',
  '20509:28315': 'M',
  '20509:28316': 'L',
  '20509:28317': 'XL',
  '20509:28318': 'XXL',
  '20509:28319': 'XXXL',
  '20509:28383': '均码',
}

const PAIR = /^(-?\d+):(-?\d+)$/
const HEAD = /^([^:]*):([^:]*):(.*):(-?\d+):(-?\d+)$/

/**
 * Reads `price:pieces:code:property:value;property:value;…`, the next SKU beginning where a part has five fields. A
 * shop's own names for values are in other columns, as `property:value:name;…`.
 *
 * @param names those columns' texts
 * @returns the SKUs, and the parts that could not be read
 */
export function readTaobaoSkus(
  combinations: string,
  names: readonly string[],
): { skus: TaobaoSku[]; unread: string[] } {
  const named = new Map(names.flatMap(namesIn))
  const skus: TaobaoSku[] = []
  const unread: string[] = []
  let current: TaobaoSku | null = null
  for (const part of combinations.split(';').map((text) => text.trim())) {
    if (part === '') continue
    const [, property, value] = PAIR.exec(part) ?? []
    if (property && value) {
      if (current) addAttribute(current, property, value, named)
      else unread.push(part)
      continue
    }
    current = skuFrom(part, named)
    if (current) skus.push(current)
    else unread.push(part)
  }
  return { skus, unread }
}

function skuFrom(part: string, named: ReadonlyMap<string, string>): TaobaoSku | null {
  const [, priceText, stockText, code = '', property, value] = HEAD.exec(part) ?? []
  if (!property || !value) return null
  const price = readPrice(priceText || '0')
  const stock = readStock(stockText || '0')
  if (!price.ok || !stock.ok || code.length > 64) return null
  const sku: TaobaoSku = {
    code: code.trim() || null,
    attributes: {},
    priceFen: price.value || null,
    stock: stockText ? stock.value : null,
  }
  addAttribute(sku, property, value, named)
  return sku
}

function addAttribute(
  sku: TaobaoSku,
  property: string,
  value: string,
  named: ReadonlyMap<string, string>,
): void {
  const id = `${property}:${value}`
  const known = Object.hasOwn(PROPERTIES, property) ? PROPERTIES[property] : undefined
  // Two properties that both mean 尺码 stay two.
  const name = known && !Object.hasOwn(sku.attributes, known) ? known : `属性${property}`
  sku.attributes[name] = named.get(id) ?? (Object.hasOwn(VALUES, id) ? VALUES[id] : undefined) ?? value
}

/** `1627207:-1001:奶油白;…`; a name may itself hold a colon. */
function namesIn(text: string): [string, string][] {
  return text.split(';').flatMap((part): [string, string][] => {
    const [, id, name] = /^\s*(-?\d+:-?\d+):(.+)$/s.exec(part) ?? []
    return id && name ? [[id, [...name.trim()].slice(0, 60).join('')]] : []
  })
}
