import { describe, expect, it } from 'vitest'
import { secondsWords, shareWords } from '../../../../../renderer/workbench/settings/about/six-seconds.ts'

describe('the three figures', () => {
  it('are a dash while nothing was pasted', () => {
    expect([secondsWords(null), shareWords(null)]).toEqual(['–', '–'])
  })

  it('never round up to all', () => {
    expect(shareWords(0.999)).toBe('99%')
    expect(shareWords(1)).toBe('100%')
    expect(secondsWords(2_340)).toBe('2.3 秒')
  })
})
