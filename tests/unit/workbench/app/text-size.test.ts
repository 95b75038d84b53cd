import { describe, expect, it } from 'vitest'
import { askedTextSize } from '../../../../renderer/workbench/app/text-size.ts'

const stroke = (key: string, held: Partial<KeyboardEvent> = { ctrlKey: true }) => ({
  ...{ ctrlKey: false, metaKey: false, altKey: false },
  ...held,
  key,
})

describe('the size of the text', () => {
  it('goes on by one size, with the key of + however it is struck, and stays at the ends', () => {
    expect(askedTextSize(100, stroke('+'))).toBe(110)
    expect(askedTextSize(100, stroke('=', { metaKey: true }))).toBe(110)
    expect(askedTextSize(110, stroke('-'))).toBe(100)
    expect(askedTextSize(200, stroke('+'))).toBe(200)
    expect(askedTextSize(80, stroke('-'))).toBe(80)
    expect(askedTextSize(175, stroke('0'))).toBe(100)
  })

  it('is left alone by what is typed, and by the keys of keyboards that make signs with Alt', () => {
    expect(askedTextSize(100, stroke('+', {}))).toBeNull()
    expect(askedTextSize(100, stroke('0', { ctrlKey: true, altKey: true }))).toBeNull()
    expect(askedTextSize(100, stroke('1'))).toBeNull()
  })
})
