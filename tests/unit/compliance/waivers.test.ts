import { describe, expect, it } from 'vitest'
import { checkWording } from '../../../shared/compliance/index.ts'

const waiver = (rule: string, text: string) => ({ rule, text, reason: '有检测报告' })
const left = (text: string, ...waivers: ReturnType<typeof waiver>[]) =>
  checkWording(text, { waivers }).map(({ rule, text }) => `${rule} ${text}`)

describe('a waiver', () => {
  it('takes away the findings of its rule with its words, wherever they stand', () => {
    expect(left('顶级羊绒，顶级做工', waiver('level', '顶级'))).toEqual([])
  })

  it('compares as the rules do: spaces, width and traditional characters are no difference', () => {
    expect(left('頂 級 羊绒', waiver('level', '顶级'))).toEqual([])
  })

  it('leaves other words and other rules alone', () => {
    expect(left('顶级、极品，绝对值得', waiver('level', '顶级'), waiver('level', '绝对值得'))).toEqual([
      'level 极品',
      'certainty 绝对值得',
    ])
  })

  it('does not bring up what its words hid', () => {
    expect(left('最好的', waiver('superlative', '最好的'))).toEqual([])
  })
})
