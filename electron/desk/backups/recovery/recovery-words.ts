import type { RecoveryReport } from '../../../../shared/model/backup.ts'
import { chinaMoment } from '../../../../shared/model/china-time.ts'

/** What was damaged, what was saved, what came from where, what is gone, for a box or a terminal. */
export function recoveryInOneLine({ damage, tables, backup, isComplete, keptIn }: RecoveryReport): string {
  const saved = tables.filter(({ read }) => read > 0).map(({ label, read }) => `${label} ${read} 条`)
  const added = tables
    .filter(({ fromBackup }) => fromBackup > 0)
    .map(({ label, fromBackup }) => `${label} ${fromBackup} 条`)
  const sentences = [
    damage,
    saved.length > 0 ? `读出了${saved.join('、')}` : '没有读出内容',
    backup && added.length > 0 ? `用 ${when(backup.at)} 的备份补上了${added.join('、')}` : null,
    isComplete ? '没有发现丢失' : lossWords(backup?.at ?? null),
    `损坏的原文件保留在：${keptIn}`,
  ]
  return sentences.filter((sentence) => sentence !== null).join('。')
}

function lossWords(backedUpAt: number | null): string {
  return backedUpAt === null
    ? '没有可用的备份，读不出来的部分可能丢失了，请核对'
    : `${when(backedUpAt)} 之后的改动可能丢失了一部分，请核对`
}

function when(at: number): string {
  const { day, time } = chinaMoment(at)
  return `${day} ${time}`
}
