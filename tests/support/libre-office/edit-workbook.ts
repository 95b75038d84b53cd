import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Debian's Python, for which LibreOffice's bridge is built; another may stand before it on the path. */
const PYTHON = '/usr/bin/python3'
const STUCK_AFTER_MS = 5 * 60_000

/** Why LibreOffice cannot be asked here; null where it can. */
export function whyNoLibreOffice(): string | null {
  const isThere = existsSync(PYTHON) && spawnSync(PYTHON, ['-c', 'import uno']).status === 0
  if (isThere && spawnSync('which', ['soffice']).status === 0) return null
  return 'LibreOffice is not installed: apt-get install --no-install-recommends libreoffice-calc-nogui python3-uno'
}

/**
 * The workbook after somebody typed `edits` into its cells in LibreOffice and saved it.
 *
 * @param edits cell (`D2`) and text; an empty text clears the cell
 */
export function editedInLibreOffice(
  workbook: Uint8Array,
  edits: readonly (readonly [cell: string, text: string])[],
): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'golden-six-office-'))
  try {
    const [from, to] = [path.join(folder, 'from.xlsx'), path.join(folder, 'to.xlsx')]
    writeFileSync(from, workbook)
    const script = fileURLToPath(new URL('./edit.py', import.meta.url))
    const { status, stderr } = spawnSync(
      PYTHON,
      [script, from, to, path.join(folder, 'profile'), JSON.stringify(edits)],
      { encoding: 'utf8', timeout: STUCK_AFTER_MS },
    )
    if (status !== 0) throw new Error(`LibreOffice did not save the workbook: ${stderr}`)
    return new Uint8Array(readFileSync(to))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}
