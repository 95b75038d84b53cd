import { describe, expect, it } from 'vitest'
import { Ledger, NOTHING, type State, type Step } from '../../soak/library/ledger.ts'

const holding = (...codes: string[]): State => ({ ...NOTHING, codes: new Set(codes) })

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
    ['a use that nobody made', { ...holding('a'), uses: 1 }],
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

  it.each<[Step, State]>([
    [{ kind: 'create', code: 'b' }, holding('a')],
    [{ kind: 'rename', from: 'a', to: 'b' }, holding('a')],
    [{ kind: 'remove', code: 'a' }, holding('a')],
    [{ kind: 'import', codes: ['b', 'c'] }, holding('a')],
    [
      { kind: 'pack', codes: ['b', 'c'], image: 'i' },
      { ...holding('a'), images: new Set(['i']) },
    ],
  ])('is after undoing %o where it was before', (of, left) => {
    const book = new Ledger(holding('a'))
    book.read({ begin: of })
    book.read({ done: of.kind, backups: [] })
    book.read({ begin: { kind: 'undo', of } })
    book.read({ done: 'undo', backups: [] })
    expect(book.settle(holding('a', 'b'))).not.toBeNull()
    expect(book.settle(left)).toBeNull()
  })

  it('misses an image that was acknowledged, and takes one too many', () => {
    const book = new Ledger(holding('a'))
    book.read({ begin: { kind: 'image', hash: 'i' } })
    book.read({ done: 'image', backups: [] })
    expect(book.settle(holding('a'))).toContain('images lost 1')
    expect(book.settle({ ...holding('a'), images: new Set(['i', 'other']) })).toBeNull()
  })
})
