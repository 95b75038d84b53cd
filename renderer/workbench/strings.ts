import { editorStrings } from './strings/editor.ts'
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
  menu: { label: '管理台', phrases: '话术', products: '商品', customers: '客户', settings: '设置' },

  unsaved: {
    title: '改动还没有保存',
    explanation: '现在离开，这些改动就没有了。',
    discard: '不保存，离开',
    stay: '继续编辑',
  },

  groups: {
    label: '话术分组',
    heading: '分组',
    all: '全部话术',
    none: '未分组',
    create: '新建分组',
    createUnder: '新建子分组',
    createIn: (name: string) => `在“${name}”下新建分组`,
    rename: '重命名',
    remove: '删除分组',
    name: '分组名',
    withCount: (name: string, count: number) => `${name}，${count} 条`,
    tasks: (name: string) => `“${name}”的操作`,
    removeTitle: (name: string) => `删除分组“${name}”？`,
    removeEmpty: '这个分组里没有话术，可以放心删除。',
    removeFull: (count: number, hasChildren: boolean) =>
      `${hasChildren ? '这个分组和它的子分组' : '这个分组'}里有 ${count} 条话术，一条都不会丢。删除分组后，它们去哪里？`,
    moveToNone: '放到“未分组”',
    moveToOther: '移到别的分组',
    moveTarget: '选择分组',
    removed: (name: string) => `已删除分组“${name}”`,
  },

  phrases: {
    table: '话术列表',
    search: '搜索话术',
    searchIn: (group: string | null) =>
      group
        ? `在“${group}”里搜索：拼音、首字母、关键词都行`
        : '搜索话术：拼音、首字母、关键词都行，按 / 就到这里',
    steps: '按环节筛选',
    allSteps: '全部',
    import: '导入',
    more: '更多',
    create: '新建话术',
    noGroup: '未分组',
    columns: { title: '标题与内容', code: '编码', step: '环节', group: '分组', uses: '使用', pinned: '置顶' },
    select: (title: string) => `选中《${title}》`,
    selectAll: '全选',
    selected: (count: number) => `已选中 ${count} 条`,
    clearSelection: '取消选择',
    deleteSelected: '删除选中的',
    count: (shown: number, total: number) =>
      shown < total ? `共 ${total} 条，显示最相关的 ${shown} 条` : `共 ${total} 条`,
    deleted: (count: number) => `已删除 ${count} 条话术`,
    restored: (count: number) => `已恢复 ${count} 条话术`,
    pin: '置顶',
    pinHint: '置顶：排在同类话术前面',
    unpinHint: '取消置顶',
    expired: (day: string | null) => (day ? `${day} 已过期` : '已过期'),
    upcoming: (day: string | null) => (day ? `${day} 生效` : '未到时间'),
    until: (day: string) => `用到 ${day}`,
    showAll: '看全部话术',
    nothingFound: (text: string) => `没有找到“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”`,
    nothingFoundAdvice: '换个说法、少打几个字，或者用拼音首字母试试。买家常这样问的话，不妨现在就写一条。',
    nothingHere: '这里还没有话术',
    nothingHereAdvice: '换一个分组或环节看看，或者在这里写第一条。',
    emptyLibrary: '话术库还是空的',
    emptyLibraryAdvice: '把千牛的快捷短语导出成 CSV 导进来，几秒钟就能用；文件直接拖到这个窗口也行。',
  },

  editor: editorStrings,

  import: {
    title: '导入话术',
    choose: '选择话术文件',
    drop: '把文件拖到这里，或点击选择',
    formats: '千牛快捷短语 CSV，GBK 和 UTF-8 都认得，最大 32 MB',
    reading: (name: string) => `正在读取 ${name}…`,
    unreadable: {
      reason: '文件读不出来。',
      advice: '可能正被 Excel 等程序打开，或已被移走。关掉那个程序后再选一次。',
    },
    nothingChanged: '话术库没有改动，请稍后再试。',
    failed: (name: string) => `${name} 没有导入`,
    otherFile: '换一个文件',
    apply: (count: number) => `导入 ${count} 条`,
    close: '完成',
    copyReport: '复制报告',
    report: '导入报告',
    about: (name: string, encoding: string, rows: number) => `${name} · ${encoding} · 读到 ${rows} 行`,
    done: (count: number) => `已导入 ${count} 条话术`,
    nothingNew: '没有可以新增的话术',
    toAdd: '将新增',
    added: '已新增',
    duplicates: '重复',
    duplicatesSkipped: '重复，跳过不导',
    refused: '不能导入',
    notes: '说明',
    groupsCreated: (names: string, isDone: boolean) => `${isDone ? '新建了' : '会新建'}分组：${names}`,
    rows: (title: string, count: number) => `${title} · ${count} 行`,
    columns: { row: '行', reason: '原因', excerpt: '内容' },
    moreRows: (count: number) => `还有 ${count} 行，复制报告可以看到全部。`,
  },

  sheet: {
    row: '行',
    cell: (row: number, column: string) => `第 ${row} 行 ${column}`,
    problem: (row: number, column: string, message: string) => `第 ${row} 行的${column}：${message}`,
  },

  products: productStrings,

  settings: settingsStrings,
} as const
