import type { MissingFact } from '../../shared/model/script.ts'

const quoted = (words: readonly string[]) => words.map((one) => `「${one}」`).join('')

/** Every word of the panel, in the agents' language. */
export const STRINGS = {
  search: { label: '搜索话术', placeholder: '拼音、首字母、关键词、整句都行' },
  ring: { label: '六秒', running: '六秒计时中', late: '还在，不急' },
  openWorkbench: '打开管理台',
  help: '按键说明',

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
    advice: '换个说法或首字母试试；常被问到的，不妨写成新话术。',
    empty: '这里还没有话术',
    emptyAdvice: '从千牛导入快捷短语，或自己写第一条。',
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
  },
  variants: {
    label: '说法',
    general: '通用',
  },
  wording: {
    finding: (category: string, words: string) => `${category}「${words}」`,
  },
  promises: {
    inScript: (promises: readonly string[]) => `会承诺${quoted(promises)}，`,
    afterwards: '发出后按',
    copy: '复制备注',
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
    notAllowed: '浏览器不允许复制。请选中右侧文字，按 Ctrl+C 复制',
    fill: (labels: string) => `还差：${labels}`,
    chooseProduct: '这条话术要用到商品，先选一个',
    fillInWorkbench: (labels: string) => `店铺资料里还没有：${labels}。可以直接填写，或到管理台补上`,
    dismiss: '关闭提示',
    copyTrace: '复制经过',
  },

  captured: {
    /** Why nothing was captured, the shell says. */
    fromClipboard: '没取到选中的文字，用的是刚才复制的',
  },

  products: {
    placeholder: '搜商品：名称、编码、拼音',
    label: '选择商品',
  },
  shops: {
    placeholder: '切换到哪个店铺',
    label: '选择店铺',
    switchFrom: (name: string) => `切换店铺，现在是${name}`,
  },
  buyers: {
    placeholder: '昵称、类型、省份、身高、体重',
    label: '填写客户',
  },
} as const

/** One line of the help and of the footer: keys, and what they do. */
export interface KeyLine {
  keys: readonly string[]
  does: string
}
