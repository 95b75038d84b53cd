/** Words of finding phrases that say the same, and of making one of them. */
export const duplicateStrings = {
  open: '查找重复的话术',
  title: '重复的话术',
  searching: '正在比较全部话术，十万条也只要几秒…',
  none: '没有重复的话术',
  noneAdvice: '每条话术说的都不一样，库里很干净。',
  allDone: '都看完了',
  allDoneAdvice: '这一次找到的重复都已经合并或跳过。',
  again: '再找一次',
  found: (total: number, shown: number) =>
    shown < total ? `找到 ${total} 组，先看最明显的 ${shown} 组` : `找到 ${total} 组`,
  groups: '重复的分组',
  same: '内容一样',
  alike: '差不多一样',
  count: (count: number) => `${count} 条`,
  explanation:
    '选出要保留的一条，其余的合并进来：使用次数加在一起，买家问法和标签合到一处，多余的删除。可以撤销。',
  keep: '保留这一条',
  kept: '保留',
  include: '合并掉',
  includeOf: (title: string) => `把《${title}》合并掉`,
  keepOf: (title: string) => `保留《${title}》`,
  uses: (uses: number, lastUsed: string | null) =>
    uses === 0 ? '没有用过' : `用过 ${uses} 次，最近 ${lastUsed ?? '不详'}`,
  noGroup: '未分组',
  team: '团队话术',
  code: '快捷编码用哪一个',
  noCode: '不要编码',
  merge: (count: number) => `合并这 ${count} 条`,
  skip: '不算重复，跳过',
  merged: (count: number) => `已把 ${count} 条话术合并成一条`,
  gone: '这一组里的话术已经改过或删除，不再重复',
} as const
