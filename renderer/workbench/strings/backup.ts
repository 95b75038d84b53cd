import type { BackupReason, LibraryContents } from '../../../shared/model/backup.ts'

/** The words of 设置 › 备份, and of what is said after a damage. */
export const backupStrings = {
  title: '备份与恢复',
  explanation: '每天自动备份，导入、恢复和升级之前也会。留最近 7 天和 4 周的。',
  make: '现在备份',
  made: '已备份',
  list: '备份列表',
  none: '还没有备份，今天的会在空闲时自动做好。',
  columns: { at: '时间', reason: '缘由', holds: '内容', bytes: '大小' },
  reasons: {
    daily: '每日',
    manual: '手动',
    import: '导入前',
    restore: '恢复前',
    migration: '升级前',
  } satisfies Record<BackupReason, string>,
  holds: ({ phrases, products }: LibraryContents) => `话术 ${phrases} 条，商品 ${products} 个`,
  restore: '恢复',
  restoreThis: (when: string) => `恢复 ${when} 的备份`,
  restoreTitle: '恢复这份备份？',
  now: '现在',
  afterwards: '恢复后',
  restoreExplanation:
    '现在的话术库会先备份一份，恢复后随时可以撤销。其他打开着的窗口会一起换成恢复后的内容。',
  restored: '已恢复',
  undone: '已撤销恢复',
  folder: '备份在',
  folderHint: '可以换到别的磁盘，或坚果云、OneDrive 等同步的文件夹，如 D:\\备份',
  changeFolder: '更换',
  defaultFolder: '用默认的',
  folderChanged: '以后备份到新的文件夹，原来的备份还在原处',
  everything: '全部数据',
  everythingExplanation:
    '话术、商品、店铺、设置和图片装进一个文件，放在备份文件夹里。换电脑时，把它复制到那台电脑的备份文件夹，就会出现在这里。',
  exportEverything: '导出全部',
  exported: (name: string) => `已导出：${name}`,
  importEverything: '换成它',
  importThis: (name: string) => `换成 ${name} 里的数据`,
  importTitle: '换成这个文件里的全部数据？',
  recovered: '话术库有过损坏，已经修复',
  recoveredRows: (label: string, read: number, fromBackup: number, hasGaps: boolean) =>
    [
      `${label}：读出 ${read} 条`,
      fromBackup > 0 ? `从备份补上 ${fromBackup} 条` : null,
      hasGaps ? '有一部分读不出来' : null,
    ]
      .filter((part) => part !== null)
      .join('，'),
  recoveredFrom: (when: string) => `补上用的是 ${when} 的备份，在那之后的改动请核对。`,
  complete: '没有发现丢失。',
  keptIn: '损坏的原文件在',
  understood: '知道了',
} as const
