/** The words for images of phrases and products, and for sequences of messages. */
export const imageStrings = {
  add: '加图片',
  addHint: '也可以直接粘贴截图，或把图片拖进来',
  choose: '选择图片',
  list: '图片',
  nth: (place: number, name: string) => (name === '' ? `第 ${place} 张图片` : `第 ${place} 张：${name}`),
  measure: (width: number, height: number, bytes: number) => `${width}×${height} · ${size(bytes)}`,
  keys: 'Alt+←→ 换位置，Delete 移除',
  remove: (what: string) => `移除${what}`,
  moved: (place: number) => `已移到第 ${place} 张`,
  removed: '已移除',
  lost: '图片文件不见了，请移除后重新添加',
  loading: '正在添加…',
  problem: (name: string, reason: string) => (name === '' ? reason : `“${name}”没有加上：${reason}`),
  full: (most: number) => `最多放 ${most} 张图片`,
  twice: '这张图片已经在里面了',
  tooLarge: '图片最大 5 MB，请先压缩一下',
  first: '封面',
  copy: (what: string) => `复制${what}`,
  copied: '图片已复制，到聊天框按 Ctrl+V',
  copyFailed: '没能复制这张图片',
  product: '商品图片',
  productNote: '第一张是商品卡片上的图；在商品页点一下图片，就复制到剪贴板。',

  sequence: {
    add: '再发一条消息',
    addHint: '连发 2–3 条时用：每按一次 Enter 粘贴一条',
    nth: (place: number) => `第 ${place} 条消息`,
    up: (place: number) => `第 ${place} 条消息上移`,
    down: (place: number) => `第 ${place} 条消息下移`,
    remove: (place: number) => `删除第 ${place} 条消息`,
    bodyHint: '接着要发的话；只发图片可以留空。',
  },
} as const

function size(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))}\u00a0KB`
    : `${(bytes / 1024 / 1024).toFixed(1)}\u00a0MB`
}
