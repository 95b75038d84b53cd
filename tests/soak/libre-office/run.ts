import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDesk } from '../../../electron/desk/open-desk.ts'
import { editedInLibreOffice, whyNoLibreOffice } from '../../support/libre-office/edit-workbook.ts'
import { cellsTyped, exported, fillWithTraps } from '../../support/libre-office/lead-edits.ts'
import { whatCameBack } from '../../support/libre-office/what-came-back.ts'

// node tests/soak/libre-office/run.ts: the round trip of a workbook through LibreOffice as it is installed here: export,
// save without a change, import; export, edit, import. The short form is tests/integration/desk/libre-office.test.ts.

const missing = whyNoLibreOffice()
if (missing) console.log(`SKIPPED, the round trip through LibreOffice was not made: ${missing}`)
else await roundTrips()

async function roundTrips(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'golden-six-office-'))
  const desk = openDesk({ dataDir, empty: true })
  try {
    fillWithTraps(desk)
    const workbook = await exported(desk)
    const untouched = await whatCameBack(desk, editedInLibreOffice(workbook, []))
    assert.deepEqual(untouched.changes, {})
    assert.equal(untouched.added.length, 0)
    const edited = await whatCameBack(desk, editedInLibreOffice(workbook, await cellsTyped(workbook)))
    assert.deepEqual(
      Object.keys(edited.changes).toSorted(),
      ['包邮', '长号码', '活动', '没有编码', '老客'].toSorted(),
    )
    assert.equal(edited.added.length, 1)
    console.log('LibreOffice: nothing changed by saving, five phrases by editing five, one new')
  } finally {
    await desk.close()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}
