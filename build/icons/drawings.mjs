import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The drawings and the hash of each, by which icons can be told from older ones. Line ends are left aside: a checkout on
 * Windows may have others.
 *
 * @param {string} folder assets/icons
 * @returns {Record<string, string>}
 */
export function drawingsOf(folder) {
  const source = path.join(folder, 'source')
  const names = readdirSync(source).toSorted()
  return Object.fromEntries(
    names.map((name) => {
      const text = readFileSync(path.join(source, name), 'utf8').replaceAll('\r\n', '\n')
      return [name, createHash('sha256').update(text).digest('hex')]
    }),
  )
}
