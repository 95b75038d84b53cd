import { describe, expect, it } from 'vitest'
import { Ledger, type State } from '../../soak/library/ledger.ts'

const holding = (...codes: string[]): State => ({ codes: new Set(codes), uses: 0 })

/** A program that wrote `a`, backed up, and was about to import `b` and `c`. */
function ledger() {
  const book = new Ledger(holding())
  book.read({ begin: { kind: 'create', code: 'a' } })
  book.read({ done: 'create', backups: [] })
  book.read({ begin: { kind: 'backup' } })
  book.read({ done: 'backup', backups: ['1'] })
  book.read({ begin: { kind: 'import', codes: ['b', 'c'] } })
  return book
}

describe('the ledger by which killed programs are judged', () => {
  it('takes what was under way as done or as not done', () => {
    for (const left of [holding('a'), holding('a', 'b', 'c')]) {
      const book = ledger()
      book.end(['1', '2'])
      expect(book.settle(left)).toBeNull()
    }
  })

  it.each([
    ['half of an import', holding('a', 'b')],
    ['the loss of what was acknowledged', holding()],
    ['what nobody wrote', holding('a', 'x')],
    ['a use that nobody made', { codes: new Set(['a']), uses: 1 }],
  ])('does not take %s', (_what, left) => {
    const book = ledger()
    book.end(['1', '2'])
    expect(book.settle(left)).toMatch(/lost|not expected|uses/)
  })

  it('holds a backup to the moment before the operation that made it', () => {
    const book = ledger()
    book.end(['1', '2'])
    expect(book.judge('1', holding('a'))).toBeNull()
    expect(book.judge('2', holding('a'))).toBeNull()
    expect(book.judge('2', holding('a', 'b', 'c'))).toContain('2: ')
  })

  it('goes back with a restore that was acknowledged', () => {
    const book = ledger()
    book.read({ done: 'import', backups: ['1', '2'] })
    book.read({ begin: { kind: 'restore', name: '1' } })
    book.read({ done: 'restore', backups: ['1', '2', '3'] })
    book.end(['1', '2', '3'])
    expect(book.judge('3', holding('a', 'b', 'c'))).toBeNull()
    expect(book.settle(holding('a', 'b', 'c'))).toContain('not expected 2')
    expect(book.settle(holding('a'))).toBeNull()
  })
})
