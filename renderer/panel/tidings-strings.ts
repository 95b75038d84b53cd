/** The words of what comes after a paste, and of what only screen readers say. */
export const TIDINGS_STRINGS = {
  parts: {
    next: (place: number, count: number) => `接着粘贴第 ${place} 部分，共 ${count} 部分`,
    end: '不再继续',
  },
  promises: {
    given: (nickname: string | null, promises: readonly string[]) =>
      `已向${nickname ?? '买家'}承诺${promises.map((one) => `「${one}」`).join('')}`,
    more: (count: number) => `另有 ${count} 条`,
    dismiss: '不记这条',
  },
  variants: { chosen: (name: string, count: number) => `说法：${name}，共 ${count} 种` },
  wording: { announced: (words: string) => `注意用语：${words}` },
} as const
