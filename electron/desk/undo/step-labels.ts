/** The steps of the library as agents would tell them: what Ctrl+Z says it has undone. */
export const stepLabels = {
  createPhrase: (title: string) => `新建话术《${title}》`,
  updatePhrase: (title: string) => `修改话术《${title}》`,
  pinPhrase: (title: string, pinned: boolean) => `${pinned ? '置顶' : '取消置顶'}话术《${title}》`,
  removePhrases: (count: number) => `删除 ${count} 条话术`,
  restorePhrases: (count: number) => `恢复 ${count} 条话术`,
  importPhrases: (count: number) => `导入 ${count} 条话术`,

  createGroup: (name: string) => `新建分组“${name}”`,
  renameGroup: (name: string) => `分组改名为“${name}”`,
  removeGroup: '删除分组',

  createProduct: (name: string) => `新建商品《${name}》`,
  updateProduct: (name: string) => `修改商品《${name}》`,
  removeProducts: (count: number) => `删除 ${count} 个商品`,
  restoreProducts: (count: number) => `恢复 ${count} 个商品`,
  importProducts: '导入商品',
  refreshStock: '更新库存',
  undoStockRefresh: '撤回库存更新',

  saveShop: '修改店铺资料',
} as const
