import type { ColumnUse, ProductField } from '../../../../shared/model/product-transfer.ts'
import { fold } from '../../../../shared/search/chinese/normalise.ts'

/**
 * What columns are called in shops' own tables and in exports of the platform and of stock programs, the surest name
 * first: where two columns could hold a field, the one whose name stands earlier does.
 */
const FIELD_NAMES: Record<ProductField, readonly string[]> = {
  code: ['商家编码', '商品编码', '货号', '款号', '编码', '商品货号', '货品编码', '宝贝编码', '商品代码', '外部编码', 'outer_id'],
  name: ['商品名称', '宝贝名称', '商品名', '名称', '商品标题', '宝贝标题', '标题', '产品名称', '货品名称', '品名', 'title'],
  shortName: ['简称', '商品简称', '短标题'],
  category: ['类目', '商品类目', '分类', '商品分类', '产品分类', '品类', '类别'],
  price: ['价格', '售价', '一口价', '宝贝价格', '商品价格', '规格价格', 'sku价格', '单价', '销售价', '零售价', 'price'],
  stock: ['库存', '库存数量', '库存数', '可售库存', '可用库存', '剩余库存', '现货', '宝贝数量', '商品数量', '商品库存', '规格库存', 'sku库存', '数量', '件数', 'num', 'stock'],
  skuCode: ['规格编码', 'sku编码', '规格商家编码', 'sku商家编码', '规格代码', 'sku'],
  sellingPoints: ['卖点', '宝贝卖点', '商品卖点', '亮点', 'subtitle'],
  description: ['商品介绍', '宝贝描述', '商品描述', '描述', '介绍', '详情', 'description'],
  materials: ['材质', '成分', '材质/成分', '材质成分', '主要成分', '材料', '面料'],
  certificates: ['证书', '检测报告', '认证', '资质'],
  warranty: ['质保', '质保期', '保修', '保修期'],
  gift: ['赠品'],
  days: ['可用天数', '使用天数', '能用几天', '天数'],
  uses: ['可用次数', '使用次数', '次数'],
  people: ['可用人数', '适用人数', '人数'],
  flaws: ['不足', '已知不足', '缺点', '瑕疵'],
  pairings: ['搭配商品编码', '搭配商品', '搭配', '关联商品'],
  substitutes: ['替代商品编码', '替代商品', '替代', '替代款'],
  listingId: ['数字id', '宝贝id', '商品id', 'num_id'],
  taobaoSkus: ['销售属性组合', 'skuprops'],
  taobaoSkuNames: ['自定义属性值', '销售属性别名', 'input_custom_cpv', 'propalias'],
} // biome-ignore format: one list a field

/** Columns whose name is that of an attribute which tells SKUs apart, and what scripts call it. */
const SKU_ATTRIBUTES: Readonly<Record<string, string>> = {
  颜色: '颜色',
  颜色分类: '颜色',
  尺码: '尺码',
  鞋码: '尺码',
  尺寸: '尺寸',
  规格: '规格',
  颜色规格: '规格',
  商品规格: '规格',
  款式: '款式',
  型号: '型号',
  口味: '口味',
  香型: '香型',
  容量: '容量',
  净含量: '净含量',
  套餐: '套餐',
}

/** In Taobao Assistant's file other columns are called as facts are and hold something else (保修 is 0 or 1). */
const TAOBAO_NAMES: Readonly<Record<string, ProductField>> = {
  宝贝名称: 'name',
  title: 'name',
  宝贝价格: 'price',
  price: 'price',
  宝贝数量: 'stock',
  num: 'stock',
  宝贝描述: 'description',
  description: 'description',
  销售属性组合: 'taobaoSkus',
  skuprops: 'taobaoSkus',
  自定义属性值: 'taobaoSkuNames',
  input_custom_cpv: 'taobaoSkuNames',
  销售属性别名: 'taobaoSkuNames',
  propalias: 'taobaoSkuNames',
  商家编码: 'code',
  outer_id: 'code',
  宝贝卖点: 'sellingPoints',
  subtitle: 'sellingPoints',
  数字id: 'listingId',
  num_id: 'listingId',
}

/** A column's name as it is compared: `价格（元）`, `*价格`, `价 格` and `價格` are all 价格. */
function folded(name: string): string {
  return fold(name.normalize('NFKC').replace(/\([^)]*\)|[\s*:]/g, ''))
}

/** What each column holds, as its name tells. */
export function usesByName(names: readonly string[], format: 'taobao-assistant' | 'table'): ColumnUse[] {
  const keys = names.map(folded)
  if (format === 'taobao-assistant') return keys.map((key) => ownEntry(TAOBAO_NAMES, key) ?? 'skip')

  const uses = names.map((name, index) => attributeNamed(name) ?? skuAttribute(keys[index] ?? ''))
  for (const [field, aliases] of Object.entries(FIELD_NAMES) as [ProductField, readonly string[]][]) {
    const places = aliases.map((alias) => keys.indexOf(alias)).filter((place) => place >= 0)
    // Only names of attribute values come in two columns.
    for (const place of field === 'taobaoSkuNames' ? places : places.slice(0, 1)) uses[place] ??= field
  }
  return uses.map((use) => use ?? 'skip')
}

/** Whether a cell reads like a column's name that this program knows. */
export function isKnownName(cell: string): boolean {
  const key = folded(cell)
  return key !== '' && (KNOWN.has(key) || skuAttribute(key) !== null || attributeNamed(cell) !== null)
}

const KNOWN: ReadonlySet<string> = new Set(Object.values(FIELD_NAMES).flat())

/** `规格:颜色` and `属性:肤质`, as this program's own tables say it. */
function attributeNamed(name: string): ColumnUse | null {
  const [, kind, attribute] = /^(规格|属性)[:：](.{1,30})$/.exec(name.trim()) ?? []
  return kind && attribute ? (`${kind as '规格' | '属性'}:${attribute}` as const) : null
}

function skuAttribute(key: string): ColumnUse | null {
  const attribute = ownEntry(SKU_ATTRIBUTES, key)
  return attribute ? `规格:${attribute}` : null
}

function ownEntry<Value>(entries: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined
}
