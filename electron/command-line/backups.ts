import path from 'node:path'
import packageFile from '../../package.json' with { type: 'json' }
import type { Backup, LibraryContents, RestoreOutcome } from '../../shared/model/backup.ts'
import { chinaMoment } from '../../shared/model/china-time.ts'
import type { AddCommand, Say } from './command.ts'

const REASONS: Record<Backup['reason'], string> = {
  daily: '每日',
  manual: '手动',
  import: '导入前',
  restore: '恢复前',
  migration: '升级前',
}

/** Backups and whole libraries; they work beside an open window, which notices. */
export function addBackupCommands(command: AddCommand, say: Say): void {
  command('backup', '现在备份一份', async (desk, options) => {
    const backup = await desk.safekeeping.make()
    say(options, backup, `已备份：${describe(backup)}\n`)
    return 0
  })

  command('backups', '列出备份，新的在前', async (desk, options) => {
    const { folder, backups } = desk.safekeeping.state()
    const lines = backups.map((backup) => `${backup.name}\t${describe(backup)}\n`).join('')
    say(options, { folder, backups }, lines || '还没有备份\n')
    return backups.length > 0 ? 0 : 1
  })

  command('restore <name>', '恢复一份备份；恢复前的话术库会先备份', async (desk, options, name = '') => {
    const outcome = await desk.safekeeping.restore(path.basename(name))
    say(options, outcome, restored(outcome))
    return 0
  })

  command('export-all [folder]', '把话术库、设置、图片导出成一个文件', async (desk, options, folder) => {
    const target = folder === undefined ? undefined : path.resolve(folder)
    const archive = await desk.safekeeping.exportEverything(packageFile.version, target)
    const file = path.join(target ?? desk.safekeeping.state().folder, archive.name)
    say(options, { ...archive, file }, `已导出（${megabytes(archive.bytes)}）：${file}\n`)
    return 0
  })

  command(
    'import-all <file>',
    '换成另一台电脑导出的全部数据；本机的会先备份',
    async (desk, options, file = '') => {
      const outcome = await desk.safekeeping.importArchive(path.resolve(file))
      say(options, outcome, restored(outcome))
      return 0
    },
  )
}

function restored({ holds, undo }: RestoreOutcome): string {
  return `已恢复：${contents(holds)}\n要撤销的话：restore ${undo.name}\n`
}

function describe({ at, reason, bytes, holds, problem }: Backup): string {
  const { day, time } = chinaMoment(at)
  return `${day} ${time} ${REASONS[reason]} ${megabytes(bytes)} ${holds ? contents(holds) : problem}`
}

const contents = ({ phrases, products }: LibraryContents) => `话术 ${phrases} 条，商品 ${products} 个`
const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`
