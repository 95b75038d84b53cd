import { mkdtempSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from '../database/folder.ts'
import { storageTrouble } from '../database/storage-trouble.ts'
import { DeskError } from '../desk-error.ts'

/**
 * Makes sure that backups can be written to `folder`. A synced or a network folder is welcome: a backup is whole before
 * it has its name, and never changed.
 *
 * @throws DeskError `folder-unusable`
 */
export function checkBackupFolder(folder: string): void {
  try {
    makeFolder(folder)
    rmdirSync(mkdtempSync(path.join(folder, '.golden-six-')))
  } catch (cause) {
    const why = storageTrouble(cause) === 'disk-full' ? '那里的磁盘已满' : '那里不能写入'
    throw new DeskError('folder-unusable', `备份文件夹没有更换：${why}。请检查权限或换一个：${folder}`, cause)
  }
}
