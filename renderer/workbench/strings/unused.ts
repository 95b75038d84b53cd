/** Words of looking for phrases that nobody has used for long. */
export const unusedStrings = {
  open: '清理很久没用的话术',
  title: '很久没用的话术',
  explanation: '没人用的话术会挡住常用的。归档后不再被搜到，随时可以取回；刚写不久的不算在内。',
  since: '多少天没用过',
  days: (days: number) => `${days} 天`,
  other: '其他天数',
  unit: '天',
  found: (count: number) => `有 ${count} 条`,
  none: '没有这样的话术，库里的都用得上。',
  look: '在列表里看',
  archive: (count: number) => (count === 0 ? '归档' : `归档这 ${count} 条`),
  archived: (count: number) => `已归档 ${count} 条很久没用的话术`,
} as const
