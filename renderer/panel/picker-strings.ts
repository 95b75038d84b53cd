/** Words of the lists under the input, which are loaded with them and not at the start. */
export const PICKER_STRINGS = {
  products: {
    none: '没有找到这样的商品',
    clear: '不指定商品',
    stock: (pieces: number) => `库存 ${pieces}`,
  },
  shops: {
    alias: (name: string) => `花名 ${name}`,
    current: '现在',
    none: '没有找到这样的店铺',
  },
  buyers: {
    guide: '一行写完，空格隔开，例如：小鱼儿 价格敏感 浙江 165 50kg。',
    kept: (days: number) => `加密保存在这台电脑，${days} 天没再接待就删除。`,
    notKept: '只在这次打开期间记着，不会保存。',
    unread: (words: string) => `没看懂：${words}`,
    recent: '最近',
    known: '记得',
    confirm: '就是这位',
    update: '补充到这位',
    clear: '不指定客户',
  },
} as const
