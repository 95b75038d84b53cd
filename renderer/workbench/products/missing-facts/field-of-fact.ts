/** In which field of the product's form a fact is given, by the name that scripts have for it. */
const PRODUCT_FIELDS: Readonly<Record<string, string>> = {
  名称: 'shortName',
  全名: 'name',
  价格: 'priceYuan',
  卖点: 'sellingPoints',
  材质: 'materials',
  证书: 'certificates',
  质保: 'warranty',
  赠品: 'gift',
  可用天数: 'lasts.days',
  可用次数: 'lasts.uses',
  可用人数: 'lasts.people',
  库存: 'skus',
  不足: 'flaws',
  尺码表: 'sizes',
  属性: 'attributes',
  搭配: 'pairings',
  替代: 'substitutes',
  // What tells SKUs apart; any other name is a feature that the question funnel asks about.
  颜色: 'skus',
  尺码: 'skus',
  规格: 'skus',
}

/** In which field of the shop's form a fact is given. */
const SHOP_FIELDS: Readonly<Record<string, string>> = {
  名称: 'name',
  花名: 'agentAlias',
  截单时间: 'cutOff',
  包邮门槛: 'freeShippingYuan',
  发货地: 'dispatchPlace',
  退换天数: 'returnDays',
  运费险: 'hasFreightInsurance',
  服务时间: 'serviceHours',
  主管: 'leadName',
  议价上限: 'discountLimitYuan',
  默认快递: 'couriers',
  快递: 'couriers',
  紧缺线: 'scarceAtMost',
  满减: 'tiers',
}

/** The field of the product's form for `商品.可用天数` and its like; a name nobody knows is a feature. */
export function productFieldOf(fact: string): string {
  return PRODUCT_FIELDS[fact.slice(fact.indexOf('.') + 1)] ?? 'attributes'
}

/** The field of the shop's form for `店铺.发货地` and its like; null when the shop has none for it. */
export function shopFieldOf(fact: string): string | null {
  return SHOP_FIELDS[fact.slice(fact.indexOf('.') + 1)] ?? null
}
