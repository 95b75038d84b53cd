import { describe, expect, test } from 'vitest'
import replacements from '../../../../../../assets/wording-replacements.json' with { type: 'json' }
import { wordingProblems } from '../../../../../../renderer/workbench/phrases/editor/problems/wording-problems.ts'
import { checkWording } from '../../../../../../shared/compliance/index.ts'

const problems = (body: string, waivers = [] as Parameters<typeof wordingProblems>[1]) =>
  wordingProblems(body, waivers, ['微信小程序联名杯'])

describe('what the wording rules underline in a script', () => {
  test('is in the words, not in the markup, with the reason and words that can stand there instead', () => {
    const body = '{{ 商品.名称 | append: "最佳" }}是最佳选择'
    const [problem, ...others] = problems(body)
    expect(others).toEqual([])
    expect(problem).toMatchObject({ level: 'warn', title: '极限词', replacement: '很好' })
    expect(problem?.from).toBe(body.lastIndexOf('最佳'))
    expect(problem?.reason).toContain('广告法')
  })

  test('may be let stand with a reason, and is not underlined then', () => {
    const [problem] = problems('根治痘痘')
    expect(problem).toMatchObject({ level: 'strong', waivable: { rule: 'efficacy', text: '根治' } })
    expect(problems('根治痘痘', [{ rule: 'efficacy', text: '根治', reason: '药字号' }])).toEqual([])
  })

  test('what no team library may hold cannot be let stand; names of products are no findings', () => {
    expect(problems('加我微信')).toMatchObject([{ level: 'block', waivable: null }, { waivable: null }])
    expect(problems('这款微信小程序联名杯')).toEqual([])
  })
})

test.each(Object.entries(replacements))(
  '「%s」 is found, and 「%s」 in its place is not',
  (word, instead) => {
    const found = checkWording(`亲，这款${word}哦`).map(({ text }) => text)
    expect(found).toContain(word)
    expect(checkWording(`亲，这款${instead}哦`)).toEqual([])
  },
)
