import { STEP_NAMES, STEPS, type Step } from '../../../../shared/model/steps.ts'

/** The step that a cell names: by its name, or by the word in the file. */
export function stepNamed(name: string): Step | undefined {
  return STEPS.find((step) => step === name || name.includes(STEP_NAMES[step]))
}

/** Words by which shops name the groups of each step; the first that matches decides. */
const GROUP_WORDS: readonly [Step, RegExp][] = [
  ['greet', /迎接|问候|欢迎|开场|打招呼|首次/],
  ['goodbye', /告别|结束|道别|再见|感谢|好评/],
  ['object', /异议|议价|砍价|讲价|价格|质疑|比价|疑虑/],
  ['recommend', /推荐|尺码|搭配|凑单|活动|优惠|关联/],
  ['confirm', /确认|核对|催付|下单/],
  ['process', /订单|发货|物流|快递|售后|退|换|取消|改地址|备注|跟单/],
]

/** The step that phrases of such a group belong to. */
export function stepOfGroup(group: readonly string[]): Step {
  for (const name of group) {
    const match = GROUP_WORDS.find(([, words]) => words.test(name))
    if (match) return match[0]
  }
  return 'answer'
}
