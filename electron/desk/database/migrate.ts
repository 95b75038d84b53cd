import type { Database } from 'better-sqlite3'
import { DeskError } from '../desk-error.ts'
import { MIGRATIONS } from './migrations.ts'

/**
 * Brings the library to the newest schema. Each step is a transaction that also moves the version, so a program killed
 * half-way leaves a whole older schema.
 *
 * @param before called once, ahead of the first step, when there is something to lose
 */
export function migrate(database: Database, before?: (database: Database, from: number) => void): void {
  const from = schemaVersion(database)
  if (from > 0 && from < MIGRATIONS.length) before?.(database, from)
  for (let version = from; version < MIGRATIONS.length; version++) {
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

/** @throws DeskError `newer-file` */
export function refuseNewer(database: Database, file: string): void {
  const version = schemaVersion(database)
  if (version > MIGRATIONS.length) {
    throw new DeskError(
      'newer-file',
      `这个话术库由更新版本的黄金六秒保存（第 ${version} 版，本程序只认识到第 ${MIGRATIONS.length} 版），没有改动它。请升级程序后再打开：${file}`,
    )
  }
}

/** How many migrations the library has been through. */
export function schemaVersion(database: Database): number {
  return database.pragma('user_version', { simple: true }) as number
}
