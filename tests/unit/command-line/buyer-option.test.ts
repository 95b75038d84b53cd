import { describe, expect, it } from 'vitest'
import { buyerFrom } from '../../../electron/command-line/buyer-option.ts'

describe('a buyer on the command line', () => {
  it('is measured in the units that people write', () => {
    expect(buyerFrom('小鱼儿,身高=1.65m,体重=110斤,脚长=235').measures).toEqual({
      heightCm: 165,
      weightKg: 55,
      footCm: 23.5,
    })
    expect(buyerFrom('小鱼儿，身高＝165').measures).toEqual({ heightCm: 165 })
  })

  it.each(['身高=高', '体重=', '体重=0', '腰围=27寸'])('and is told of %s', (fact) => {
    expect(() => buyerFrom(`小鱼儿,${fact}`)).toThrow('要用大于 0、不超过 500 的数')
  })
})
