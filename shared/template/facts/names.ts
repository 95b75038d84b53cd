import { chinaMoment, spokenDate } from '../../model/china-time.ts'
import { MEASURE_NAMES, type Measure } from '../../model/measures.ts'
import type { MissingFact } from '../../model/script.ts'
import { BUYER_TYPE_NAMES } from '../../model/steps.ts'
import { totalStock } from '../../techniques/stock/stock.ts'
import type { Facts } from './facts.ts'
import { type FactValue, Money } from './values.ts'

/** A name that scripts know, as the workbench explains it and as rendering reads it. */
export interface KnownName {
  name: string
  label: string
  description: string
  /** What it prints in the sample shop. */
  example: string
  field: MissingFact['field']
  from: MissingFact['from']
  /** Null when nobody has said; the agent is then asked. */
  read: (facts: Facts) => FactValue | null
}

type Row = readonly [
  label: string,
  description: string,
  example: string,
  read: KnownName['read'],
  field?: KnownName['field'],
]

function group(name: string, from: KnownName['from'], rows: readonly Row[]): KnownName[] {
  return rows.map(([label, description, example, read, field = 'text']) => ({
    name: `${name}.${label}`,
    label,
    description,
    example,
    field,
    from,
    read,
  }))
}

const money = (fen: number | null | undefined) => (fen === null || fen === undefined ? null : new Money(fen))
const list = (items: readonly string[] | undefined) => (items?.length ? items : null)
const measure = (name: Measure) => (facts: Facts) => facts.buyer?.measures[name] ?? null

const SHOP = group('店铺', 'shop', [
  ['名称', '店铺的名字', '黄金六秒旗舰店', ({ shop }) => shop.name],
  ['截单时间', '当天发货的付款截止时间', '16:00', ({ shop }) => shop.cutOff],
  ['包邮门槛', '满多少元包邮', '99', ({ shop }) => money(shop.freeShippingFen), 'money'],
  ['发货地', '从哪里发货', '浙江杭州', ({ shop }) => shop.dispatchPlace || null],
  ['退换天数', '几天无理由退换', '7', ({ shop }) => shop.returnDays, 'number'],
  ['运费险', '有没有运费险，用来做条件', '是', ({ shop }) => shop.hasFreightInsurance],
  ['服务时间', '客服在线的时间', '每天 9:00–23:00', ({ shop }) => shop.serviceHours || null],
  ['主管', '超过权限时该问谁', '阿宁', ({ shop }) => shop.leadName || null],
  ['议价上限', '客服自己能让多少元', '20', ({ shop }) => money(shop.discountLimitFen), 'money'],
  [
    '默认快递',
    '不指定时发什么快递',
    '中通',
    ({ shop }) => shop.couriers.find((courier) => courier.isDefault)?.name ?? null,
  ],
  ['紧缺线', '库存不多于几件才算紧缺', '5', ({ shop }) => shop.scarceAtMost, 'number'],
])

const AGENT = group('客服', 'shop', [['花名', '客服在聊天里的名字', '小满', ({ shop }) => shop.agentAlias]])

const BUYER = group('客户', 'buyer', [
  ['称呼', '店铺对买家的叫法', '亲', ({ shop }) => shop.petName],
  ['昵称', '买家的旺旺昵称', 'tb小鹿', ({ buyer }) => buyer?.nickname ?? null],
  ['省份', '买家所在的省', '上海', ({ buyer }) => buyer?.province || null, 'province'],
  [
    '类型',
    '买家类型，用来换说法',
    '价格敏感',
    ({ buyer }) => (buyer?.type ? BUYER_TYPE_NAMES[buyer.type] : null),
  ],
  ['身高', `${MEASURE_NAMES.heightCm}，厘米`, '165', measure('heightCm'), 'number'],
  ['体重', `${MEASURE_NAMES.weightKg}，公斤`, '55', measure('weightKg'), 'number'],
  ['脚长', `${MEASURE_NAMES.footCm}，厘米`, '24', measure('footCm'), 'number'],
  ['胸围', `${MEASURE_NAMES.chestCm}，厘米`, '88', measure('chestCm'), 'number'],
  ['腰围', `${MEASURE_NAMES.waistCm}，厘米`, '70', measure('waistCm'), 'number'],
  ['臀围', `${MEASURE_NAMES.hipCm}，厘米`, '92', measure('hipCm'), 'number'],
])

const PRODUCT = group('商品', 'product', [
  ['名称', '聊天里对这款的叫法', '面霜', ({ product }) => product && (product.shortName || product.name)],
  ['全名', '商品标题', '玻尿酸保湿面霜 50g', ({ product }) => product?.name ?? null],
  ['价格', '单价，元', '270', ({ product }) => money(product?.priceFen), 'money'],
  ['卖点', '卖点', '温和不刺激、吸收快', ({ product }) => list(product?.sellingPoints)],
  ['材质', '材质或成分', '玻尿酸、神经酰胺', ({ product }) => list(product?.materials)],
  ['证书', '检测报告和证书', '国妆特字备案', ({ product }) => list(product?.certificates)],
  ['质保', '质保', '一年质保', ({ product }) => product?.warranty || null],
  ['赠品', '随单赠品', '旅行装 5g', ({ product }) => product?.gift || null],
  ['可用天数', '一件能用多少天', '90', ({ product }) => product?.lasts.days ?? null, 'number'],
  ['可用次数', '一件能用多少次', '180', ({ product }) => product?.lasts.uses ?? null, 'number'],
  ['可用人数', '一件够几个人用', '3', ({ product }) => product?.lasts.people ?? null, 'number'],
  ['库存', '各规格库存合计，件', '86', ({ product }) => product && totalStock(product), 'number'],
  ['不足', '如实告诉买家的不足', '香味偏淡', ({ product }) => list(product?.flaws)],
  [
    '搭配',
    '可以搭配的商品',
    '洁面乳、爽肤水',
    ({ product, catalogue }) => list(namesOf(product?.pairings, catalogue)),
  ],
  [
    '替代',
    '可以替代的商品',
    '保湿乳',
    ({ product, catalogue }) => list(namesOf(product?.substitutes, catalogue)),
  ],
])

/** Facts of an order are never known to this program: they are always asked of the agent. */
const ORDER = group('订单', 'order', [
  ['编号', '订单编号', '', () => null],
  ['金额', '订单金额，元', '', () => null, 'money'],
  ['快递', '快递公司', '', () => null],
  ['单号', '快递单号', '', () => null],
  ['收件人', '收件人', '', () => null],
  ['地址', '收货地址', '', () => null],
  ['电话尾号', '电话后四位', '', () => null],
  ['规格', '颜色、尺码等规格', '', () => null],
  ['数量', '件数', '', () => null, 'number'],
  ['刻字', '要刻的字', '', () => null],
  ['贺卡', '贺卡上写的话', '', () => null],
  ['备注', '订单备注', '', () => null],
  ['姓名', '买家姓名', '', () => null],
])

const CLOCK: KnownName[] = [
  {
    name: '今天',
    label: '今天',
    description: '今天的日期（中国时间）',
    example: '11月21日',
    field: 'date',
    from: 'agent',
    read: ({ now }) => spokenDate(chinaMoment(now).day),
  },
  {
    name: '现在',
    label: '现在',
    description: '现在几点（中国时间）',
    example: '15:35',
    field: 'text',
    from: 'agent',
    read: ({ now }) => chinaMoment(now).time,
  },
]

export const KNOWN_NAMES: readonly KnownName[] = [...SHOP, ...AGENT, ...BUYER, ...PRODUCT, ...ORDER, ...CLOCK]

/** The families of names, each with where its facts come from. */
export const GROUPS: Readonly<Record<string, MissingFact['from']>> = {
  店铺: 'shop',
  客服: 'shop',
  客户: 'buyer',
  商品: 'product',
  订单: 'order',
}

function namesOf(
  codes: readonly string[] | undefined,
  catalogue: readonly { code: string; name: string; shortName: string | null }[],
) {
  return codes?.flatMap((code) => {
    const product = catalogue.find((candidate) => candidate.code === code)
    return product ? [product.shortName || product.name] : []
  })
}
