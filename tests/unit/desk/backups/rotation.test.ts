import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BackupName, backupName, readBackupName } from '../../../../electron/desk/backups/backup-name.ts'
import { dispensable, isBackupDue } from '../../../../electron/desk/backups/rotation.ts'
import type { BackupReason } from '../../../../shared/model/backup.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
/** A Saturday, half past nine in the morning in China. */
const SATURDAY = Date.parse('2026-11-21T09:30:00+08:00')

function backup(sequence: number, at: number, reason: BackupReason = 'daily'): BackupName {
  const named = readBackupName(backupName(sequence, at, reason))
  if (!named) throw new Error('a name that is not read back')
  return named
}

/** One a day, the last on `SATURDAY`, rotated after each as the shelf does. */
function afterDays(days: number): BackupName[] {
  return rotatedThrough(
    Array.from({ length: days }, (_, n) => backup(n + 1, SATURDAY - (days - 1 - n) * DAY)),
  )
}

function rotatedThrough(made: readonly BackupName[]): BackupName[] {
  let shelf: BackupName[] = []
  for (const one of made) {
    const all = [...shelf, one]
    const gone = new Set(dispensable(all))
    shelf = all.filter(({ name }) => !gone.has(name))
  }
  return shelf
}

describe('the name of a backup', () => {
  it('says when and why in the order of making, and is read back', () => {
    const name = backupName(12, SATURDAY, 'import')
    expect(name).toBe('golden-six-000012-2026-11-21-093000-import.sqlite')
    expect(readBackupName(name)).toEqual({
      name,
      sequence: 12,
      day: '2026-11-21',
      at: SATURDAY,
      reason: 'import',
    })
  })

  it.each([
    'golden-six.sqlite',
    'golden-six-000012-2026-11-21-093000-import.sqlite.partial',
    'golden-six-000012-2026-11-21-093000-whim.sqlite',
    '../golden-six-000012-2026-11-21-093000-import.sqlite',
    'golden-six-000012-2026-13-41-997700-daily.sqlite',
  ])('is not %s', (name) => {
    expect(readBackupName(name)).toBeNull()
  })
})

describe('rotation', () => {
  it('keeps each of the last seven days and the newest of the last four weeks', () => {
    // Sundays end the weeks; the last seven days are 15 to 21 November.
    expect(afterDays(60).map(({ day }) => day)).toEqual([
      '2026-11-01',
      '2026-11-08',
      '2026-11-15',
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
    ])
  })

  it('keeps of one day the newest, the newest of each reason and the five newest', () => {
    const reasons: BackupReason[] = [
      'migration',
      'daily',
      'restore',
      ...Array<BackupReason>(10).fill('import'),
    ]
    const day = reasons.map((reason, n) => backup(n + 1, SATURDAY + (n * HOUR) / 2, reason))
    expect(rotatedThrough(day).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 9, 10, 11, 12, 13])
  })

  it('loses nothing to a month in which the machine was off', () => {
    const after = rotatedThrough([...afterDays(10), backup(11, SATURDAY + 40 * DAY)])
    expect(after.map(({ day }) => day)).toEqual(
      expect.arrayContaining(['2026-11-15', '2026-11-16', '2026-11-20', '2026-11-21', '2026-12-31']),
    )
  })

  it('is not led astray by a clock that stood in 2099 for a day', () => {
    const days = afterDays(10)
    const shelf = rotatedThrough([
      ...days,
      backup(11, Date.parse('2099-01-01T10:00:00+08:00')),
      backup(12, SATURDAY + DAY),
    ])
    expect(shelf.map(({ sequence }) => sequence)).toContain(12)
    expect(shelf.map(({ day }) => day)).toEqual(
      expect.arrayContaining(['2026-11-20', '2026-11-21', '2026-11-22']),
    )
  })

  it('keeps the backup that was made last, and never fewer than there were up to seven', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            at: fc.integer({ min: 0, max: 4_102_444_800_000 }),
            reason: fc.constantFrom<BackupReason>('daily', 'manual', 'import', 'restore', 'migration'),
          }),
          { minLength: 1, maxLength: 60 },
        ),
        (made) => {
          const all = made.map(({ at, reason }, n) => backup(n + 1, at, reason))
          const gone = dispensable(all)
          expect(gone).not.toContain(all.at(-1)?.name)
          expect(all.length - gone.length).toBeGreaterThanOrEqual(Math.min(5, all.length))
          expect(all.length - gone.length).toBeLessThanOrEqual(7 + 4 + 5 + 5)
        },
      ),
    )
  })
})

describe("the day's backup", () => {
  it('is due when there is none, and a day after the last', () => {
    expect(isBackupDue([], SATURDAY)).toBe(true)
    const last = [backup(1, SATURDAY)]
    expect(isBackupDue(last, SATURDAY + 23 * HOUR)).toBe(false)
    expect(isBackupDue(last, SATURDAY + 24 * HOUR)).toBe(true)
  })

  it('is due when the last was made by a clock that has been put back since, and then no more', () => {
    const ahead = [backup(1, SATURDAY + 300 * DAY)]
    expect(isBackupDue(ahead, SATURDAY)).toBe(true)
    expect(isBackupDue([...ahead, backup(2, SATURDAY)], SATURDAY + HOUR)).toBe(false)
  })
})
