import type { BulkChange } from '../../../shared/model/phrase-listing.ts'
import { STEP_NAMES } from '../../../shared/model/steps.ts'

/** The steps of the library as agents would tell them: what Ctrl+Z says it has undone. */
export const stepLabels = {
  createPhrase: (title: string) => `新建话术《${title}》`,
  updatePhrase: (title: string) => `修改话术《${title}》`,
  pinPhrase: (title: string, pinned: boolean) => `${pinned ? '置顶' : '取消置顶'}话术《${title}》`,
  removePhrases: (count: number) => `删除 ${count} 条话术`,
  restorePhrases: (count: number) => `恢复 ${count} 条话术`,
  changePhrases,
  importPhrases: (count: number) => `导入 ${count} 条话术`,

  restoreRevision: (title: string) => `恢复《${title}》的旧版本`,
  mergePhrases: (count: number) => `合并 ${count} 条话术`,

  createGroup: (name: string) => `新建分组“${name}”`,
  renameGroup: (name: string) => `分组改名为“${name}”`,
  removeGroup: '删除分组',
  moveGroup: (name: string) => `移动分组“${name}”`,
  mergeGroup: (into: string) => `合并到分组“${into}”`,

  createProduct: (name: string) => `新建商品《${name}》`,
  updateProduct: (name: string) => `修改商品《${name}》`,
  removeProducts: (count: number) => `删除 ${count} 个商品`,
  restoreProducts: (count: number) => `恢复 ${count} 个商品`,
  importProducts: '导入商品',
  refreshStock: '更新库存',
  undoStockRefresh: '撤回库存更新',

  saveShop: '修改店铺资料',
  createShop: (name: string) => `新建店铺“${name}”`,
  removeShop: '删除店铺',
  restoreShop: '恢复店铺',
} as const

function changePhrases(change: BulkChange, count: number): string {
  switch (change.kind) {
    case 'move':
      return `移动 ${count} 条话术`
    case 'tag':
      return `给 ${count} 条话术加标签`
    case 'untag':
      return `去掉 ${count} 条话术的标签`
    case 'step':
      return `把 ${count} 条话术改为“${STEP_NAMES[change.step]}”`
    case 'dates':
      return `改 ${count} 条话术的有效期`
    case 'archive':
      return `${change.archived ? '归档' : '取消归档'} ${count} 条话术`
    case 'remove':
      return `删除 ${count} 条话术`
  }
}
