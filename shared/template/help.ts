/** One filter or tag, as the workbench explains and completes it. `example` is a script, `prints` what it gives. */
export interface HelpEntry {
  name: string
  description: string
  example: string
  prints: string
}

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
    name: '反问',
    description: '用还有货的颜色、尺码反问买家；都没货就拒绝',
    example: '{{ 商品 | 反问: "颜色" }}',
    prints: '现在有黑色、黄色和紫色，您喜欢哪个颜色呢？',
  },
  {
    name: '凑单',
    description: '再加多少能享最近的满减、折扣或包邮',
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
    name: '议价',
    description: '要让的金额在权限内才说；超过就提示问谁',
    example: '{{ 让利金额 | 议价 }}',
    prints: '15',
  },
  {
    name: '推荐尺码',
    description: '按买家的身高体重（或脚长）查尺码表',
    example: '{{ 商品 | 推荐尺码 }}',
    prints: 'M',
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
    name: '比价',
    description: '材质、证书、退换三层理由，有哪层说哪层',
    example: '{{ 商品 | 比价 }}',
    prints: '用料是玻尿酸；有备案凭证；支持 7 天无理由退换，还送运费险',
  },
  {
    name: '提问',
    description: '同类商品里最能缩小范围的一个问题',
    example: '{{ 商品 | 提问 }}',
    prints: '肤质方面，您想要干性、敏感还是油性呢？',
  },
]

export const WORDING_HELP: readonly HelpEntry[] = [
  { name: '元', description: '金额加上「元」', example: '{{ 商品.价格 | 元 }}', prints: '270元' },
  {
    name: '顿号',
    description: '用顿号连起来',
    example: '{{ 商品.卖点 | 顿号 }}',
    prints: '温和不刺激、吸收快',
  },
  {
    name: '或',
    description: '用顿号和「或」连起来',
    example: '{{ 商品.颜色 | 或 }}',
    prints: '黑色、黄色或紫色',
  },
  { name: '第一个', description: '只取第一个', example: '{{ 商品.卖点 | 第一个 }}', prints: '温和不刺激' },
  { name: '前', description: '只取前几个', example: '{{ 商品.颜色 | 前: 2 }}', prints: '黑色、黄色' },
]

export const STANDARD_HELP: readonly HelpEntry[] = [
  {
    name: 'default',
    description: '没有这个事实，或被拒绝时，换成别的说法',
    example: '{{ 客户.省份 | default: "您那边" }}',
    prints: '您那边',
  },
  { name: 'plus', description: '加', example: '{{ 商品.价格 | plus: 8 }}', prints: '278' },
  { name: 'minus', description: '减', example: '{{ 商品.价格 | minus: 20 }}', prints: '250' },
  { name: 'times', description: '乘', example: '{{ 商品.价格 | times: 2 }}', prints: '540' },
  { name: 'divided_by', description: '除', example: '{{ 商品.价格 | divided_by: 4 }}', prints: '67.5' },
  { name: 'modulo', description: '除下来的余数', example: '{{ 商品.价格 | modulo: 100 }}', prints: '70' },
  { name: 'round', description: '四舍五入', example: '{{ 67.5 | round }}', prints: '68' },
  { name: 'floor', description: '去掉小数', example: '{{ 67.5 | floor }}', prints: '67' },
  { name: 'ceil', description: '小数进一', example: '{{ 67.2 | ceil }}', prints: '68' },
  { name: 'abs', description: '去掉负号', example: '{{ -5 | abs }}', prints: '5' },
  { name: 'at_least', description: '不小于', example: '{{ 3 | at_least: 5 }}', prints: '5' },
  { name: 'at_most', description: '不大于', example: '{{ 8 | at_most: 5 }}', prints: '5' },
  {
    name: 'append',
    description: '在后面加上',
    example: '{{ 商品.名称 | append: "套装" }}',
    prints: '面霜套装',
  },
  {
    name: 'prepend',
    description: '在前面加上',
    example: '{{ 商品.名称 | prepend: "这款" }}',
    prints: '这款面霜',
  },
  { name: 'replace', description: '替换', example: '{{ "面霜" | replace: "霜", "膜" }}', prints: '面膜' },
  {
    name: 'replace_first',
    description: '替换第一处',
    example: '{{ "好好" | replace_first: "好", "很" }}',
    prints: '很好',
  },
  {
    name: 'replace_last',
    description: '替换最后一处',
    example: '{{ "好好" | replace_last: "好", "的" }}',
    prints: '好的',
  },
  {
    name: 'remove',
    description: '去掉',
    example: '{{ "亲亲" | remove: "亲" | append: "您" }}',
    prints: '您',
  },
  {
    name: 'remove_first',
    description: '去掉第一处',
    example: '{{ "亲亲" | remove_first: "亲" }}',
    prints: '亲',
  },
  {
    name: 'remove_last',
    description: '去掉最后一处',
    example: '{{ "亲您亲" | remove_last: "亲" }}',
    prints: '亲您',
  },
  {
    name: 'truncate',
    description: '截短',
    example: '{{ "一二三四五六" | truncate: 4, "…" }}',
    prints: '一二三…',
  },
  { name: 'strip', description: '去掉两头的空格', example: '{{ " 亲 " | strip }}', prints: '亲' },
  { name: 'lstrip', description: '去掉开头的空格', example: '{{ " 亲" | lstrip }}', prints: '亲' },
  { name: 'rstrip', description: '去掉结尾的空格', example: '{{ "亲 " | rstrip }}', prints: '亲' },
  {
    name: 'strip_newlines',
    description: '去掉换行',
    example: '{{ 商品.名称 | strip_newlines }}',
    prints: '面霜',
  },
  { name: 'upcase', description: '变大写', example: '{{ "xl" | upcase }}', prints: 'XL' },
  { name: 'downcase', description: '变小写', example: '{{ "XL" | downcase }}', prints: 'xl' },
  { name: 'capitalize', description: '首字母大写', example: '{{ "vip" | capitalize }}', prints: 'Vip' },
  {
    name: 'split',
    description: '按分隔符切开',
    example: '{{ "黑,白" | split: "," | 或 }}',
    prints: '黑或白',
  },
  {
    name: 'join',
    description: '连起来',
    example: '{{ 商品.卖点 | join: "," }}',
    prints: '温和不刺激,吸收快',
  },
  { name: 'first', description: '第一个', example: '{{ 商品.卖点 | first }}', prints: '温和不刺激' },
  { name: 'last', description: '最后一个', example: '{{ 商品.卖点 | last }}', prints: '吸收快' },
  { name: 'size', description: '有几个', example: '{{ 商品.卖点 | size }}', prints: '2' },
  { name: 'slice', description: '取一段', example: '{{ "保湿面霜" | slice: 2, 2 }}', prints: '面霜' },
  {
    name: 'reverse',
    description: '倒过来',
    example: '{{ 商品.卖点 | reverse | 顿号 }}',
    prints: '吸收快、温和不刺激',
  },
  { name: 'sort', description: '排序', example: '{{ "b,a" | split: "," | sort | 顿号 }}', prints: 'a、b' },
  {
    name: 'sort_natural',
    description: '排序，不分大小写',
    example: '{{ "B,a" | split: "," | sort_natural | 顿号 }}',
    prints: 'a、B',
  },
  { name: 'uniq', description: '去掉重复的', example: '{{ "a,a" | split: "," | uniq | 顿号 }}', prints: 'a' },
  {
    name: 'compact',
    description: '去掉空的',
    example: '{{ 商品.卖点 | compact | 顿号 }}',
    prints: '温和不刺激、吸收快',
  },
  {
    name: 'concat',
    description: '两个列表接起来',
    example: '{{ 商品.卖点 | concat: 商品.材质 | size }}',
    prints: '3',
  },
  { name: 'sum', description: '加起来', example: '{{ "1,2" | split: "," | sum }}', prints: '3' },
  { name: 'date', description: '日期的写法', example: '{{ "now" | date: "%m-%d" }}', prints: '11-23' },
]

export const TAG_HELP: readonly HelpEntry[] = [
  {
    name: '随机',
    description: '几种说法轮着用，读起来不像机器',
    example: '{% 随机 %}在的{% 或者 %}您说{% end随机 %}',
    prints: '在的',
  },
  {
    name: 'if',
    description: '有这个事实（或条件成立）才说',
    example: '{% if 商品.赠品 %}送{{ 商品.赠品 }}{% endif %}',
    prints: '送旅行装 5g',
  },
  {
    name: 'unless',
    description: '没有（或不成立）才说',
    example: '{% unless 店铺.运费险 %}退货运费自理{% endunless %}',
    prints: '',
  },
  {
    name: 'case',
    description: '几种情况选一种',
    example: '{% case 店铺.退换天数 %}{% when 7 %}七天{% else %}更久{% endcase %}',
    prints: '七天',
  },
  {
    name: 'for',
    description: '一项一项地说',
    example: '{% for 点 in 商品.卖点 %}★{{ 点 }}{% endfor %}',
    prints: '★温和不刺激★吸收快',
  },
  {
    name: 'assign',
    description: '记下一个值，后面再用',
    example: '{% assign 价 = 商品.价格 | minus: 20 %}{{ 价 }}',
    prints: '250',
  },
  {
    name: 'capture',
    description: '记下一段话，后面再用',
    example: '{% capture 名 %}{{ 商品.名称 }}套装{% endcapture %}{{ 名 }}',
    prints: '面霜套装',
  },
  {
    name: 'break',
    description: '不再循环',
    example: '{% for 点 in 商品.卖点 %}{{ 点 }}{% break %}{% endfor %}',
    prints: '温和不刺激',
  },
  {
    name: 'continue',
    description: '跳过这一项',
    example: '{% for 点 in 商品.卖点 %}{% if forloop.first %}{% continue %}{% endif %}{{ 点 }}{% endfor %}',
    prints: '吸收快',
  },
  {
    name: 'comment',
    description: '给同事看的说明，不会发出去',
    example: '{% comment %}先问肤质{% endcomment %}亲',
    prints: '亲',
  },
  {
    name: 'raw',
    description: '原样照写，花括号也不例外',
    example: '{% raw %}{{ 原样 }}{% endraw %}',
    prints: '{{ 原样 }}',
  },
  { name: '#', description: '一行说明，不会发出去', example: '{% # 先问肤质 %}亲', prints: '亲' },
]

export const KNOWN_FILTERS: readonly string[] = [...TECHNIQUE_HELP, ...WORDING_HELP, ...STANDARD_HELP].map(
  ({ name }) => name,
)
export const KNOWN_TAGS: readonly string[] = TAG_HELP.map(({ name }) => name)
