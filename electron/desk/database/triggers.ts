// Written out by migrations: like them, what these return is never edited once it has been released.

/** One trigger for each way a row of `tables` can change: each counts the library's revision on. */
export function revisionTriggers(tables: readonly string[]): string {
  const ways = ['INSERT', 'UPDATE', 'DELETE']
  return tables
    .flatMap((table) =>
      ways.map(
        (way) => `CREATE TRIGGER ${table}_revised_by_${way.toLowerCase()} AFTER ${way} ON ${table} BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;`,
      ),
    )
    .join('\n')
}

/**
 * Triggers that note whose phrase is not any more as the finished index has it.
 * @param idOf the column that holds the phrase's id, by table; null where a change may touch them all
 */
export function searchTriggers(idOf: Readonly<Record<string, string | null>>): string {
  const ways = { INSERT: 'NEW', UPDATE: 'NEW', DELETE: 'OLD' }
  return Object.entries(idOf)
    .flatMap(([table, column]) =>
      Object.entries(ways).map(([way, row]) => {
        const id = column === null ? "''" : `${row}.${column}`
        // Not OR IGNORE: inside a trigger that yields to what the statement outside says of conflicts.
        return `CREATE TRIGGER ${table}_searched_anew_by_${way.toLowerCase()} AFTER ${way} ON ${table}
        WHEN EXISTS (SELECT 1 FROM search_lineage) BEGIN
          INSERT INTO search_changes SELECT ${id}
          WHERE NOT EXISTS (SELECT 1 FROM search_changes WHERE phrase_id = ${id});
        END;`
      }),
    )
    .join('\n')
}
