import { describe, expect, it } from 'vitest'
import {
  changesFound,
  declinedAll,
  stillDecided,
} from '../../../../renderer/workbench/team/pack/decisions.ts'
import { PhraseDraft } from '../../../../shared/model/phrase.ts'
import type { PhraseChange } from '../../../../shared/packs/compare.ts'

const draft = (body: string) => PhraseDraft.parse({ title: '包邮说明', body })
const conflict = (id: string, theirs: string): PhraseChange => ({
  ...{ kind: 'conflict', id, base: draft('原来的'), mine: draft('我的'), theirs: draft(theirs) },
  ...{ draft: draft(theirs), fields: ['body'] },
})

describe('what was decided of a release that became another since', () => {
  const written = draft('两边的')
  const decisions = { same: written, other: written, gone: 'mine', left: 'skip' } as const
  const left: PhraseChange = { kind: 'added', id: 'left', theirs: draft('新的') }
  const before = [conflict('same', '他们的'), conflict('other', '他们的'), conflict('gone', '他们的'), left]

  it('stays of a phrase to which the same happens, and is asked anew of any other', () => {
    const after = [left, conflict('other', '又改了'), conflict('same', '他们的')]
    expect(stillDecided(decisions, before, after)).toEqual({ same: written, left: 'skip' })
  })

  it('is not carried over to what is decided in another way now', () => {
    const after: PhraseChange[] = [{ kind: 'removed', id: 'left', mine: draft('新的') }]
    expect(stillDecided(decisions, before, after)).toEqual({})
  })
})

describe('a release of thousands of changes', () => {
  const changes: PhraseChange[] = [
    ...Array.from(
      { length: 5000 },
      (_, n): PhraseChange => ({
        ...{
          kind: 'added',
          id: `a${n}`,
          theirs: PhraseDraft.parse({ title: `新话术${n}`, body: '亲，在的' }),
        },
      }),
    ),
    {
      ...{ kind: 'changed', id: 'c', mine: draft('满99包邮'), theirs: draft('满88包邮'), fields: ['body'] },
    },
    { kind: 'removed', id: 'r', mine: PhraseDraft.parse({ title: '旧的', body: '亲', code: 'BY01' }) },
  ]
  const ids = (text: string, kind: PhraseChange['kind'] | null = null) =>
    changesFound(changes, { text, kind }).map(({ id }) => id)

  it('is searched by title, code, and words as they are and as they will be', () => {
    expect(ids('新话术4999')).toEqual(['a4999'])
    expect(ids('满99')).toEqual(['c'])
    expect(ids('满88')).toEqual(['c'])
    expect(ids(' by01 ')).toEqual(['r'])
    expect(ids('', 'removed')).toEqual(['r'])
    expect(ids('')).toHaveLength(5002)
  })

  it('is declined, or taken, as far as it was searched', () => {
    const found = changesFound(changes, { text: '新话术', kind: null })
    const declined = declinedAll({ c: 'skip' }, found, true)
    expect(Object.keys(declined)).toHaveLength(5001)
    expect(declinedAll(declined, found, false)).toEqual({ c: 'skip' })
  })
})
