/**
 * Characters that hold a sentence together and say nothing of what it is about: 会不会, 有没有, 你们这个. A pair of
 * two of them, or with one of them, says so much less.
 */
const FUNCTION_UNITS = new Set(
  [
    ...'的了吗呢啊吧么呀哦嘛呗哈会不有没是能可以怎什个这那我你他她它们就还也都要想在给把被让到去来说很太些为啥咋和跟得着过行再又才吃多几点候时样干嘛弄搞请问下',
  ].map((character) => character.charCodeAt(0)),
)
const ONE_FUNCTION = 0.5
const TWO_FUNCTIONS = 0.07

/** How much a pair of characters says, 0 to 1. */
export function says(a: number, b: number): number {
  const functions = (FUNCTION_UNITS.has(a) ? 1 : 0) + (FUNCTION_UNITS.has(b) ? 1 : 0)
  return functions === 2 ? TWO_FUNCTIONS : functions === 1 ? ONE_FUNCTION : 1
}

export function isFunctionUnit(unit: number): boolean {
  return FUNCTION_UNITS.has(unit)
}
