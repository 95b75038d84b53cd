import { editorStrings } from './strings/editor.ts'
import { importStrings } from './strings/import.ts'
import { groupStrings, phraseStrings } from './strings/phrases.ts'
import { productStrings } from './strings/products.ts'
import { settingsStrings } from './strings/settings.ts'

/** Every word of this window that is not the desk's own, in the language of agents and leads. */
export const strings = {
  save: '保存',
  cancel: '取消',
  undo: '撤销',
  copyHint: '点一下复制',
  copied: (what: string) => `已复制：${what.length > 24 ? `${what.slice(0, 24)}…` : what}`,
  copyFailed: '没有复制成功，请选中文字后按 Ctrl+C',

  popups: '弹出的内容',
  menu: {
    label: '管理台',
    phrases: '话术',
    products: '商品',
    customers: '客户',
    'follow-ups': '跟单',
    team: '团队',
    settings: '设置',
  },

  unsaved: {
    title: '改动还没有保存',
    explanation: '现在离开，这些改动就没有了。',
    discard: '不保存，离开',
    stay: '继续编辑',
  },

  groups: groupStrings,

  phrases: phraseStrings,

  editor: editorStrings,

  import: importStrings,

  sheet: {
    row: '行',
    cell: (row: number, column: string) => `第 ${row} 行 ${column}`,
    problem: (row: number, column: string, message: string) => `第 ${row} 行的${column}：${message}`,
  },

  products: productStrings,

  settings: settingsStrings,
} as const
