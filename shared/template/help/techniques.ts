import type { HelpEntry } from './entry.ts'

/** Computations from facts: each refuses by itself where the facts do not bear it out. */
export const TECHNIQUE_HELP: readonly HelpEntry[] = [
  {
    name: '每天',
    description: '价格拆到每天；不写天数就用商品的可用天数。向上取到分，不会说少',
    example: '{{ 商品.价格 | 每天: 90 }}',
    prints: '3',
  },
  {
    name: '每次',
    description: '价格拆到每次；不写次数就用商品的可用次数',
    example: '{{ 商品.价格 | 每次: 180 }}',
    prints: '1.5',
  },
  {
    name: '每人',
    description: '价格拆到每人；不写人数就用商品的可用人数',
    example: '{{ 商品.价格 | 每人: 3 }}',
    prints: '90',
  },
  {
    name: '拆分',
    description: '这款能说的所有拆法，最打动人的在前；后面加「第一个」只说一种',
    example: '{{ 商品 | 拆分 }}',
    prints: '每次 1.5 元、每天 3 元、每人 90 元',
  },
  {
    name: '仅剩',
    description: '还剩几件；库存多、太旧或没填就拒绝',
    example: '{{ 商品 | 仅剩: "黑色 M" }}',
    prints: '3',
  },
  {
    name: '今日发货',
    description: '几点前付款今天能发；截单后或不发货的日子就拒绝',
    example: '{{ 店铺 | 今日发货 }}',
    prints: '25 分钟内付款，今天就能发出',
  },
  {
    name: '发货日',
    description: '现在付款哪天发出，算上截单、周末、节假日和店铺自己的休息日',
    example: '{{ 店铺 | 发货日 }}',
    prints: '今天',
  },
  {
    name: '反问',
    description: '用还有货的颜色、尺码反问买家；后面再写 "M" 就只说 M 码里有的；都没货就拒绝',
    example: '{{ 商品 | 反问: "颜色" }}',
    prints: '现在有黑色、黄色和紫色，您喜欢哪个颜色呢？',
  },
  {
    name: '凑单',
    description: '再加多少能多享到最近的满减、折扣或包邮，不重复算已有的',
    example: '{{ 订单.金额 | 凑单 }}',
    prints: '再加 14 元就能享满198减20',
  },
  {
    name: '凑单商品',
    description: '价格正好补上差价的商品，搭配款在前',
    example: '{{ 订单.金额 | 凑单商品 }}',
    prints: '洁面乳（19 元）',
  },
  {
    name: '到手',
    description: '这个金额减去当天的满减或折扣，到手多少元',
    example: '{{ 208 | 到手 }}',
    prints: '188',
  },
  {
    name: '已享',
    description: '这个金额已经享到什么优惠；一项都没满足就拒绝',
    example: '{{ 208 | 已享 }}',
    prints: '满198减20，省 20 元',
  },
  {
    name: '议价',
    description: '要让的金额在权限内才说；超过就提示问谁',
    example: '{{ 让利金额 | 议价 }}',
    prints: '15',
  },
  {
    name: '推荐尺码',
    description: '按买家的身高体重（或脚长）查尺码表；写明 "脚长" 等就按写的来',
    example: '{{ 商品 | 推荐尺码 }}',
    prints: 'M',
  },
  {
    name: '尺码建议',
    description: '把尺码说成一句话，卡在两码之间会照实说',
    example: '{{ 商品 | 尺码建议 }}',
    prints: '建议选M码',
  },
  {
    name: '补运费',
    description: '发指定快递到买家的省要补多少元',
    example: '{{ 客户.省份 | 补运费: "顺丰" }}',
    prints: '8',
  },
  {
    name: '时效',
    description: '默认快递（或写明的快递）到买家的省要几天',
    example: '{{ 客户.省份 | 时效 }}',
    prints: '1–2 天',
  },
  {
    name: '到货',
    description: '现在付款哪天到，发货日加路上的天数',
    example: '{{ 客户.省份 | 到货 }}',
    prints: '11月24日到25日',
  },
  {
    name: '比价',
    description: '材质、证书、退换三层理由，有哪层说哪层',
    example: '{{ 商品 | 比价 }}',
    prints: '用料是玻尿酸；有备案凭证；支持 7 天无理由退换，还送运费险',
  },
  {
    name: '提问',
    description: '同类商品里最能缩小范围的一个问题；写上买家的回答就接着问下一个',
    example: '{{ 商品 | 提问 }}',
    prints: '肤质方面，干性、敏感还是油性，哪种更符合您的情况呢？',
  },
  {
    name: '筛选',
    description: '按买家说的话（按肤质、场合等属性）剩下哪几款，各因为什么；一款不剩就说放宽哪项',
    example: '{{ 商品 | 筛选: "干性" }}',
    prints: '面霜（肤质干性）、保湿乳（肤质干性）',
  },
  {
    name: '核对订单',
    description: '逐项念给买家核对，最后是退换条件；要加快递、赠品、刻字、贺卡就写在后面',
    example: '{{ 商品 | 核对订单 }}',
    prints:
      '商品：面霜\n颜色规格：黑色 M\n数量：2 件\n收件人：王女士\n电话尾号：8000\n收货地址：上海静安\n签收后 7 天内可以退换：包装没拆封、不影响二次销售',
  },
  {
    name: '退换条件',
    description: '退换的天数和条件，鞋、服饰、护肤各有不同',
    example: '{{ 商品 | 退换条件 }}',
    prints: '签收后 7 天内可以退换：包装没拆封、不影响二次销售',
  },
  {
    name: '插旗备注',
    description: '订单备注：原因、客服、日期，不超过 1000 字节；提醒里写着插什么旗',
    example: '{{ "让 10 元" | 插旗备注: "改价" }}',
    prints: '改价：让 10 元|小满|2026-11-23',
  },
  {
    name: '旗色',
    description: '这家店给这类备注插什么旗；可写：改价、改商品、改地址、改快递、可退款、特殊',
    example: '{{ "改地址" | 旗色: "发货后" }}',
    prints: '蓝旗',
  },
]
