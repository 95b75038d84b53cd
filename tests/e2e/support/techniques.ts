/** One technique as an agent uses it: what is in question, what is typed, and what then stands in the buyer's chat. */
export interface TechniqueStory {
  /** As in docs/screenshots. */
  name: string
  title: string
  /** Words by which the product is found; null when the phrase speaks of none. */
  product: { words: string; code: string } | null
  /** The quick line about the buyer. */
  buyer: string
  /** What a buyer has said, by which the phrase is found in the pictures; tests go by its code. */
  message: string
  code: string
  /** What is typed into the script's blanks, in their order. */
  blanks: readonly string[]
  text: string
}

/** A Friday on which parcels leave, 26 minutes before the sample shop's cut-off; less than one of them passes in a test. */
export const BEFORE_THE_CUT_OFF = '2026-11-20T15:34:01+08:00'
/** The same day, when the courier has gone; the next day of dispatch is Saturday. */
export const AFTER_THE_CUT_OFF = '2026-11-20T16:05:00+08:00'

/** The six techniques that agents use most, on the starter library; the texts are worked out by hand. */
export const TECHNIQUES: readonly TechniqueStory[] = [
  {
    name: 'price-splitting',
    title: '拆分法 says what a day costs',
    product: { words: '面霜', code: 'HF002' },
    buyer: '小鱼儿 价格敏感',
    message: '太贵了',
    code: 'cff01',
    blanks: [],
    // ¥270 over 90 days.
    text: '270元乍一看不少，可保湿面霜能用90天左右，一天算下来才3元。',
  },
  {
    name: 'scarcity',
    title: '怕买不到 says how many are truly left',
    product: { words: '面霜', code: 'HF002' },
    buyer: '橙子妈妈',
    message: '还有货吗',
    code: 'kc04',
    blanks: ['15g 便携装'],
    text: '刚看了库存，保湿面霜15g 便携装还剩5件。中意的话可以先拍，免得回头要等补货。',
  },
  {
    name: 'urgency',
    title: '截单催付 says until when it leaves today',
    product: null,
    buyer: '墨白',
    message: '等下付还来得及吗',
    code: 'cf04',
    blanks: [],
    // Rounded down: whoever pays within it is in time.
    text: '您的订单还没付款，25 分钟内付款，今天就能发出。地址规格没问题的话，付好我就去排单。',
  },
  {
    name: 'counter-question',
    title: '反问推荐 asks which of the colours in stock it may be',
    product: { words: '打底衫', code: 'NZ002' },
    buyer: '阿禾',
    message: '有粉色吗',
    code: 'kc02',
    blanks: [],
    text: '您说的颜色暂时缺货，现在有黑色、黄色和紫色，您喜欢哪个颜色呢？我把您中意的那个上身图发您看看。',
  },
  {
    name: 'top-up',
    title: '凑单 says what is lacking, and what it could be',
    product: null,
    buyer: '糖豆 价格敏感',
    message: '怎么买最划算',
    code: 'cd04',
    blanks: ['184'],
    // 198 − 184, and products from that price upwards.
    text: '给您配了一下：再加 14 元就能享满198减20，可选的有棉柔巾（15 元起）、氨基酸洁面（25 元起）、润唇膏（29 元起）。要哪个我发链接。',
  },
  {
    name: 'size-advice',
    title: '尺码推荐 reads the size off the chart',
    product: { words: 'T恤', code: 'NZ001' },
    buyer: '小满 165 50kg',
    message: '我穿什么码',
    code: 'cm01',
    blanks: [],
    text: '按您身高165cm、体重50kg，长绒棉T恤建议选M码。每个人体型不同，尺码仅作参考，喜欢宽松跟我说，咱们再商量大一码。',
  },
]
