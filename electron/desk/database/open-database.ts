import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { DeskError } from '../desk-error.ts'
import { MIGRATIONS } from './migrations.ts'
import { storageTrouble } from './storage-trouble.ts'

export type { Database } from 'better-sqlite3'

export const DATABASE_FILE = 'golden-six.sqlite'

/**
 * Opens the library in `dataDir`, making folder and file when they are missing, and brings it to the newest schema.
 *
 * @throws DeskError when the folder cannot be used, the file is no database, or a newer program wrote it. The file is
 * then as it was.
 */
export function openDatabase(dataDir: string): Database.Database {
  const file = path.join(dataDir, DATABASE_FILE)
  let database: Database.Database | null = null
  try {
    mkdirSync(dataDir, { recursive: true })
    database = new Database(file)
    // Another program may hold the file for a moment (a backup, a virus scanner, the command line).
    database.pragma('busy_timeout = 3000')
    refuseNewer(database, file)
    database.pragma('journal_mode = WAL')
    // What was acknowledged survives the power plug: WAL's default only promises that for the program's death.
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    migrate(database)
    return database
  } catch (cause) {
    database?.close()
    throw cause instanceof DeskError ? cause : explained(cause, dataDir)
  }
}

function refuseNewer(database: Database.Database, file: string): void {
  const version = schemaVersion(database)
  if (version > MIGRATIONS.length) {
    throw new DeskError(
      'newer-file',
      `这个话术库由更新版本的黄金六秒保存（第 ${version} 版，本程序只认识到第 ${MIGRATIONS.length} 版），没有改动它。请升级程序后再打开：${file}`,
    )
  }
}

/** Each step is a transaction that also moves the version, so a program killed half-way leaves a whole older schema. */
function migrate(database: Database.Database): void {
  for (let version = schemaVersion(database); version < MIGRATIONS.length; version++) {
    const migration = MIGRATIONS[version] as string
    database
      .transaction(() => {
        // Two programs may start at once; the second finds the step done once it holds the write lock.
        if (schemaVersion(database) > version) return
        database.exec(migration)
        database.pragma(`user_version = ${version + 1}`)
      })
      .immediate()
  }
}

function schemaVersion(database: Database.Database): number {
  return database.pragma('user_version', { simple: true }) as number
}

function explained(cause: unknown, dataDir: string): DeskError {
  switch (storageTrouble(cause)) {
    case 'damaged': {
      const file = path.join(dataDir, DATABASE_FILE)
      const words = `话术库文件已损坏或不是话术库，没有改动它。请先把它移走再启动：${file}`
      return new DeskError('damaged-file', words, cause)
    }
    case 'busy': {
      const words = `话术库被别的程序占用（可能是杀毒或备份软件），稍后再试：${dataDir}`
      return new DeskError('file-busy', words, cause)
    }
    case 'disk-full': {
      const words = `磁盘已满，话术库没有打开。请腾出空间后再启动：${dataDir}`
      return new DeskError('disk-full', words, cause)
    }
    case 'unwritable': {
      const words = `数据文件夹不能读写，请检查权限或换一个文件夹：${dataDir}`
      return new DeskError('folder-unusable', words, cause)
    }
    case null: {
      const code = cause instanceof Error && 'code' in cause ? cause.code : cause
      return new DeskError('folder-unusable', `话术库打不开（${code}）：${dataDir}`, cause)
    }
  }
}
