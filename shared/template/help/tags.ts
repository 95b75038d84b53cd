import type { HelpEntry } from './entry.ts'

/** The tags that scripts may use. */
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
