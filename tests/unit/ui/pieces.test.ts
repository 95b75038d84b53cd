import { describe, expect, it } from 'vitest'
import { aroundMatch, piecesOf } from '../../../renderer/ui/pieces.ts'

const said = (text: string, spans: { start: number; end: number }[]) =>
  piecesOf(text, spans)
    .map(({ text: piece, isMatch }) => (isMatch ? `[${piece}]` : piece))
    .join('')

describe('a text cut at its matches', () => {
  it('shows which characters matched', () => {
    expect(
      said('拆到每天', [
        { start: 0, end: 1 },
        { start: 2, end: 4 },
      ]),
    ).toBe('[拆]到[每天]')
  })

  it('joins matches that touch or overlap, in whatever order they come', () => {
    expect(
      said('满减凑单', [
        { start: 2, end: 4 },
        { start: 0, end: 3 },
      ]),
    ).toBe('[满减凑单]')
  })

  it('loses nothing of the text, also when a span reaches past its end', () => {
    expect(said('包邮', [{ start: 1, end: 9 }])).toBe('包[邮]')
    expect(said('包邮', [])).toBe('包邮')
  })

  it('is cut before a late match, so that it is seen in one line', () => {
    const text = '亲，关于您刚才问到的那件衣服的尺码怎么选'
    const { text: shown, spans } = aroundMatch(text, [{ start: 15, end: 17 }])
    expect(said(shown, spans)).toBe('…的那件衣服的[尺码]怎么选')
  })

  it('is shown without the script’s markup around the match', () => {
    const text = '亲，满{{ 订单.金额 | 凑单 }}包邮哦，{{ 店铺.名称 }}祝您购物愉快'
    const start = text.indexOf('包邮')
    const { text: shown, spans } = aroundMatch(text, [
      { start, end: start + 2 },
      { start: text.indexOf('购物'), end: text.indexOf('购物') + 2 },
    ])
    expect(said(shown, spans)).toBe('…[包邮]哦，…')
  })

  it('is left whole when the match stands near its head', () => {
    const spans = [{ start: 3, end: 5 }]
    expect(aroundMatch('买家问尺码', spans)).toEqual({ text: '买家问尺码', spans })
  })
})
