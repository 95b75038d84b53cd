import type { HelpEntry } from './entry.ts'

/** How facts are put into words. */
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
