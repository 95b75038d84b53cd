import type { MissingFact } from '../../shared/model/script.ts'

const quoted = (words: readonly string[]) => words.map((one) => `「${one}」`).join('')

/** Every word of the panel, in the agents' language. */
export const STRINGS = {
  search: { label: '搜索话术', placeholder: '拼音、首字母、关键词、整句都行' },
  ring: { label: '六秒', running: '六秒计时中', late: '还在，不急' },
  openWorkbench: '打开管理台',
  help: '按键说明',
  closeHelp: '知道了',

  steps: { label: '服务步骤', all: '全部' },
  chips: {
    label: '当前对话',
    product: '商品',
    buyer: '客户',
    shop: '店铺',
    chooseProduct: '选商品',
    chooseBuyer: '填客户',
    remove: (what: string) => `移除${what}`,
  },

  results: {
    label: '话术列表',
    count: (total: number) => `${total} 条话术`,
    loading: '正在打开话术库…',
    pinned: '置顶',
    questionPrefix: '问：',
    images: (count: number) => `${count} 张图片`,
    messages: (count: number) => `连发 ${count} 条`,
  },
  target: (title: string) => `粘贴到 ${title}`,
  nothing: {
    found: (query: string) => `没有找到“${query}”`,
    advice: '换个说法或首字母试试；常被问到的，不妨写成一条新话术。',
    empty: '这里还没有话术',
    emptyAdvice: '从千牛导入快捷短语，或者自己写第一条。',
    allSteps: '在全部步骤里找',
    clear: '清空重搜',
    create: '在管理台新建',
  },

  preview: {
    label: '话术预览',
    final: '发出去是',
    more: '还要知道',
    refused: '现在不能这样说',
    instead: '可以改说',
    blocked: '暂不可用',
    questions: '买家常这样问',
    validUntil: (day: string) => `用到 ${day}`,
    validFrom: (day: string) => `${day} 起可用`,
    fill: (label: string) => `填写${label}`,
  },
  parts: {
    nth: (place: number, count: number) => `${place}/${count}`,
    image: (name: string) => `图片${name && ` ${name}`}`,
    lost: '图片文件不见了，会跳过',
    next: (place: number, count: number) => `接着粘贴第 ${place} 部分，共 ${count} 部分`,
    end: '不再继续',
  },
  variants: {
    label: '说法',
    general: '通用',
    chosen: (name: string, count: number) => `说法：${name}，共 ${count} 种`,
  },
  wording: {
    finding: (category: string, words: string) => `${category}「${words}」`,
    announced: (words: string) => `注意用语：${words}`,
  },
  promises: {
    inScript: (promises: readonly string[]) => `会承诺${quoted(promises)}，`,
    afterwards: '发出后按',
    given: (nickname: string | null, promises: readonly string[]) =>
      `已向${nickname ?? '买家'}承诺${quoted(promises)}`,
    more: (count: number) => `另有 ${count} 条`,
    copy: '复制备注',
    dismiss: '不记这条',
    copied: '备注已复制，到订单备注里按 Ctrl+V',
    notYet: '发出以后再按，备注就备好了',
  },
  fieldHints: {
    text: '',
    money: '元',
    number: '数字',
    date: '日期',
    province: '省份或城市',
  } satisfies Record<MissingFact['field'], string>,

  notices: {
    copied: '已复制，按 Ctrl+V 粘贴',
    notAllowed: '浏览器没有允许复制。请选中右侧文字，按 Ctrl+C 复制',
    fill: (labels: string) => `还差：${labels}`,
    chooseProduct: '这条话术要用到商品，先选一个',
    fillInWorkbench: (labels: string) => `店铺资料里还没有：${labels}。可以直接填写，或到管理台补上`,
    dismiss: '关闭提示',
    copyTrace: '复制经过',
    traceCopied: '剪贴板里现在是经过，不含话术。要用话术，请再取一次',
  },

  captured: {
    fromClipboard: '没有取到选中的文字，用的是刚才复制的',
    empty: '没有选中文字，剪贴板里也没有',
    'nothing-selected': '没有选中昵称。先选中，再按快捷键',
    'no-nickname': '选中的不像昵称',
    'keys-held': '按键一直没有松开，没能取到选中的文字',
    'window-hangs': '窗口没有响应，没能取到选中的文字',
    'window-elevated': '窗口以管理员身份运行，取不到选中的文字',
    'window-switched': '窗口已切换，没有取选中的文字',
    'keys-not-sent': '系统没有接受复制按键，没能取到选中的文字',
    'clipboard-not-kept': '剪贴板里的内容怕弄丢，没有取选中的文字。请自己复制',
    'clipboard-held': '剪贴板正被别的程序占着，没能取字，请再试一次',
    'last-window-hangs': '上一个窗口还没有响应，等它恢复再取',
  },

  products: {
    placeholder: '搜商品：名称、编码、拼音',
    label: '选择商品',
    none: '没有找到这样的商品',
    clear: '不指定商品',
    stock: (pieces: number) => `库存 ${pieces}`,
  },
  shops: {
    placeholder: '切换到哪个店铺',
    label: '选择店铺',
    switchFrom: (name: string) => `切换店铺，现在是${name}`,
    alias: (name: string) => `花名 ${name}`,
    current: '现在',
    none: '没有找到这样的店铺',
  },
  buyers: {
    placeholder: '昵称、类型、省份、身高、体重',
    label: '填写客户',
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

/** One line of the help and of the footer: keys, and what they do. */
export interface KeyLine {
  keys: readonly string[]
  does: string
}
