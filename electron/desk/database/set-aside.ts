import { renameSync } from 'node:fs'
import path from 'node:path'

/**
 * Keeps a file that cannot be understood, beside where it was: what is written next would take its place, and somebody
 * may still read something in it.
 *
 * @param now ms since 1970
 * @returns its name from now on, e.g. `settings.damaged-2026-11-22T09-10-00.000Z.json`
 * @throws the system's error when it cannot be renamed
 */
export function setAside(file: string, now: number): string {
  const { dir, name, ext } = path.parse(file)
  const aside = `${name}${MARK}${stamp(now)}${ext}`
  renameSync(file, path.join(dir, aside))
  return aside
}

const MARK = '.damaged-'
const stamp = (at: number): string => new Date(at).toISOString().replaceAll(':', '-')

/** Whether this is what {@link setAside} calls `file`, at `since` (ms since 1970) or later. */
export function isAsideOf(file: string, name: string, since: number): boolean {
  const begin = `${path.parse(file).name}${MARK}`
  return name.startsWith(begin) && name.slice(begin.length) >= stamp(since)
}
