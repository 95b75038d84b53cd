import { describe, expect, it } from 'vitest'
import { stillDecided } from '../../../../renderer/workbench/team/pack/decisions.ts'
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
