import type { z } from 'zod'
import { Buyer } from '../../shared/model/buyer.ts'
import { wordsOf } from '../../shared/model/issue-words.ts'
import { MEASURE_NAMES, MEASURES } from '../../shared/model/product.ts'
import { BUYER_TYPE_NAMES, BUYER_TYPES } from '../../shared/model/steps.ts'
import { MEASURE_FACTS, parseMeasure } from '../../shared/techniques/sizes/measures.ts'

/**
 * Reads `--buyer`: a nickname, then facts as `name=value`, separated by commas; measures with or without their unit.
 *
 * @example buyerFrom('小鱼儿,类型=谨慎,省份=浙江,身高=165,体重=50')
 * @throws Error in the caller's words for a name or a value it does not know
 */
export function buyerFrom(text: string): Buyer {
  const [nickname = '', ...facts] = text.split(/[,，]/).map((part) => part.trim())
  const input: Record<string, unknown> & { measures: Record<string, number> } = { nickname, measures: {} }
  for (const fact of facts.filter(Boolean)) {
    const [name = '', value = ''] = fact.split(/[=＝]/).map((part) => part.trim())
    const measure = MEASURES.find((one) => MEASURE_NAMES[one] === name)
    if (measure) input.measures[measure] = parseMeasure(MEASURE_FACTS[measure], value) ?? Number.NaN
    else if (name === '省份') input.province = value
    else if (name === '类型') input.type = typeNamed(value)
    else if (name === '送人') input.isGift = value === '是'
    else
      throw new Error(
        `不认识“${fact}”，可以写 类型=、省份=、送人=是、${Object.values(MEASURE_NAMES).join('=、')}=`,
      )
  }
  const parsed = Buyer.safeParse(input)
  if (!parsed.success) throw new Error(parsed.error.issues.slice(0, 1).map(complaint).join())
  return parsed.data
}

function complaint(issue: z.core.$ZodIssue): string {
  const field = issue.path.at(-1)
  const measure = MEASURES.find((one) => one === field)
  if (measure) return `${MEASURE_NAMES[measure]}要用大于 0、不超过 500 的数`
  return `${field === 'province' ? '省份' : '昵称'}：${wordsOf(issue)}`
}

function typeNamed(name: string) {
  const type = BUYER_TYPES.find((one) => one === name || BUYER_TYPE_NAMES[one] === name)
  if (!type)
    throw new Error(`没有“${name}”这种买家类型，可以写：${Object.values(BUYER_TYPE_NAMES).join('、')}`)
  return type
}
