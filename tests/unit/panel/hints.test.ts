import { describe, expect, it } from 'vitest'
import type { AppState } from '../../../renderer/panel/desk.ts'
import { hintsFor } from '../../../renderer/panel/keyboard/hints.ts'
import { INITIAL_STATE, type PanelState } from '../../../renderer/panel/state/state.ts'
import type { RenderedScript } from '../../../shared/model/script.ts'
import { AMOUNT, CREAM, hit, PRICE, script } from './pretend-desk.ts'

function holding(filled: RenderedScript, more: Partial<PanelState> = {}): PanelState {
  return {
    ...INITIAL_STATE,
    results: { turn: 0, query: '', hits: [hit(filled.phraseId)], total: 1 },
    preview: { phraseId: filled.phraseId, script: filled, outline: filled, phrase: null },
    ...more,
  }
}

const lacks = (...missing: RenderedScript['missing']) => script('bj01', { text: null, missing })

describe('the footer says what the keys do right now', () => {
  it('paste and copy for a finished script; in a browser there is only copy', () => {
    expect(hintsFor(holding(script('bj01'))).slice(0, 2)).toEqual(['paste', 'copy'])
    const app = { capabilities: { host: 'browser', paste: false } } as AppState
    expect(hintsFor(holding(script('bj01'), { app })).slice(0, 2)).toEqual(['copy-only', 'pick'])
  })

  it('filling in for a script with blanks, the product first where one is wanted', () => {
    expect(hintsFor(holding(lacks(AMOUNT)))[0]).toBe('fill-first')
    expect(hintsFor(holding(lacks(AMOUNT, PRICE)))[0]).toBe('choose-product')
    expect(hintsFor(holding(lacks(AMOUNT, PRICE), { product: CREAM }))[0]).toBe('fill-first')
  })

  it('changing the wording, where a phrase has several', () => {
    const several = script('bj01', { variants: [{ index: 0, buyerTypes: ['returning'] }] })
    expect(hintsFor(holding(several))).toContain('variant')
    expect(hintsFor(holding(script('bj01')))).not.toContain('variant')
  })

  it('the reason for a script that may not be used', () => {
    const refused = script('kc04', {
      text: null,
      refusals: [{ technique: '仅剩', reason: '库存还多', instead: null }],
    })
    expect(hintsFor(holding(refused))[0]).toBe('why')
  })

  it('choosing while a picker is open, and closing while the help is', () => {
    expect(
      hintsFor(holding(script('bj01'), { picker: { kind: 'buyer', text: '', known: [], selected: 0 } }))[0],
    ).toBe('choose')
    expect(hintsFor(holding(script('bj01'), { isHelpOpen: true }))).toEqual(['back'])
  })
})
