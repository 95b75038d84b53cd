import { describe, expect, it } from 'vitest'
import { asMessage, asNickname } from '../../../../electron/shell/capture/captured-text.ts'

describe('selected text as a query', () => {
  it('is one line, without the characters that chat programs put between', () => {
    expect(asMessage('\u200b 这个面霜\r\n\r\n能用多久\u3000呀 ')).toBe('这个面霜 能用多久 呀')
  })

  it('of nothing but space is none', () => {
    expect(asMessage(' \n\u200b\ufeff')).toBe(null)
  })

  it('of a whole document is cut, and not within an emoji', () => {
    const cut = asMessage('😊'.repeat(1_500)) ?? ''
    expect(cut.length).toBe(2_000)
    expect(cut.isWellFormed()).toBe(true)
    expect(asMessage(`a${'😊'.repeat(1_500)}`)?.isWellFormed()).toBe(true)
  })
})

describe('selected text as a nickname', () => {
  it.each([
    ['小鱼儿_88', '小鱼儿_88'],
    ['小鱼儿：', '小鱼儿'],
    ['小鱼儿 09:30', '小鱼儿'],
    ['tb1234567 (2026-11-22 09:30:01):', 'tb1234567'],
    ['小鱼儿 2026年11月22日 9:30', '小鱼儿'],
    ['12:30', null],
    [' \n', null],
    ['一'.repeat(61), null],
  ])('%j is %j', (text, nickname) => {
    expect(asNickname(text)).toBe(nickname)
  })
})
