/**
 * Characters that hold a sentence together and say nothing of what it is about: 会不会, 有没有, 你们这个. A pair of
 * two of them, or with one of them, says so much less.
 */
const FUNCTION_UNITS =
  '的了吗呢啊吧么呀哦嘛呗哈会不有没是能可以怎什个这那我你他她它们就还也都要想在给把被让到去来说很太些为啥咋和跟得着过行再又才吃多几点候时样干嘛弄搞请问下'
const IS_FUNCTION = new Uint8Array(0x10000)
for (const character of FUNCTION_UNITS) IS_FUNCTION[character.charCodeAt(0)] = 1

/** How much a pair of characters says, by how many of the two only hold a sentence together. */
const SAYS = [1, 0.5, 0.07] as const

/** How much a pair of characters says, 0 to 1. */
export function says(a: number, b: number): number {
  return SAYS[(IS_FUNCTION[a] as number) + (IS_FUNCTION[b] as number)] as number
}

export function isFunctionUnit(unit: number): boolean {
  return IS_FUNCTION[unit] === 1
}
