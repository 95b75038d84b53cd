/** The seven steps 七步流程 of a customer conversation; every phrase belongs to one. Source: the trade's own training texts. */
export const STEPS = ['greet', 'answer', 'recommend', 'object', 'confirm', 'process', 'goodbye'] as const
export type Step = (typeof STEPS)[number]

export const STEP_NAMES: Record<Step, string> = {
  greet: '迎接',
  answer: '接待',
  recommend: '推荐',
  object: '异议',
  confirm: '确认',
  process: '订单',
  goodbye: '告别',
}

/** How a buyer's character changes the wording. */
export const BUYER_TYPES = [
  'price-sensitive',
  'brand-minded',
  'comparing',
  'cautious',
  'chatty',
  'self-assured',
  'beginner',
  'expert',
  'new',
  'returning',
  'haggler',
] as const
export type BuyerType = (typeof BUYER_TYPES)[number]

export const BUYER_TYPE_NAMES: Record<BuyerType, string> = {
  'price-sensitive': '价格敏感',
  'brand-minded': '看重品牌',
  comparing: '攀比',
  cautious: '谨慎',
  chatty: '活泼',
  'self-assured': '自信',
  beginner: '小白',
  expert: '行家',
  new: '新客',
  returning: '老客',
  haggler: '议价',
}

/** The four families of doubt a buyer may have about a product. */
export const DOUBTS = ['product', 'use', 'after-sale', 'logistics'] as const
export type Doubt = (typeof DOUBTS)[number]

export const DOUBT_NAMES: Record<Doubt, string> = {
  product: '产品',
  use: '使用',
  'after-sale': '售后',
  logistics: '物流',
}
