import { describe, expect, it } from 'vitest'
import { maskNickname, maskPersonal, sensitiveIn } from '../../../shared/privacy/sensitive.ts'

const kindsIn = (note: string) => sensitiveIn(note).map(({ kind }) => kind)

describe('a note about a buyer', () => {
  it.each([
    ['手机 13800138000', 'contact'],
    ['证件 11010519491231002X', 'contact'],
    ['送到浙江省杭州市西湖区文三路 20 号 3 幢 501 室', 'contact'],
    ['怀孕五个月，怕香味', 'pregnancy'],
    ['买家备孕中', 'pregnancy'],
    ['有糖尿病，只买无糖', 'health'],
    ['湿疹反复', 'health'],
    ['给女儿买，今年 6 岁', 'child'],
    ['八个月的宝宝用', 'child'],
  ])('%s: is warned of', (note, kind) => {
    expect(kindsIn(note)).toContain(kind)
  })

  it.each([
    '喜欢宽松，脚背高，穿 38 码',
    '订单 8801234567890123456 已补发',
    '只要顺丰 SF1234567890',
    '送长辈，礼盒要两个',
    '要无香精、温和的',
    '女儿穿 120 码',
    '身高 165 体重 50kg',
  ])('%s: is an ordinary note', (note) => {
    expect(kindsIn(note)).toEqual([])
  })

  it('says where, and what to write instead', () => {
    const note = '老客，给宝宝（3岁）买'
    const [found] = sensitiveIn(note)
    expect(found && note.slice(found.span.start, found.span.end)).toBe(found?.text)
    expect(found?.advice).toContain('不要记年龄')
  })
})

describe('what is covered until somebody asks to see it', () => {
  it('covers numbers and addresses but for their ends', () => {
    expect(maskPersonal('电话 13800138000，请联系')).toBe('电话 138*****000，请联系')
    expect(maskPersonal('喜欢宽松')).toBe('喜欢宽松')
  })

  it.each([
    ['小鱼儿', '小***儿'],
    ['tb', 't***'],
    ['鱼', '*'],
    ['😀小鱼😀', '😀***😀'],
  ])('a nickname %s as %s', (nickname, masked) => {
    expect(maskNickname(nickname)).toBe(masked)
  })
})
