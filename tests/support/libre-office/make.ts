import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDesk } from '../../../electron/desk/open-desk.ts'
import { editedInLibreOffice, whyNoLibreOffice } from './edit-workbook.ts'
import { cellsTyped, exported, fillWithTraps, sameEveryTime } from './lead-edits.ts'

// node tests/support/libre-office/make.ts: writes edited.xlsx anew, as LibreOffice saves it. Where it is not installed,
// tests take the file as it is.

const missing = whyNoLibreOffice()
if (missing) throw new Error(missing)
const dataDir = mkdtempSync(path.join(tmpdir(), 'golden-six-office-'))
const desk = openDesk({ dataDir, empty: true, ...sameEveryTime() })
try {
  fillWithTraps(desk)
  const workbook = await exported(desk)
  const edited = editedInLibreOffice(workbook, await cellsTyped(workbook))
  writeFileSync(new URL('./edited.xlsx', import.meta.url), edited)
} finally {
  await desk.close()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}
