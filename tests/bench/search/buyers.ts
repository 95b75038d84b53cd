import { homophones, syllables } from './queries.ts'
import type { Random } from './random.ts'

const BEFORE = ['', '', '', '亲,', '你好,', '请问', '老板,', '在吗?', '那个', '我想问下', '亲亲 ', '客服,']
const AFTER = ['', '', '', '啊', '呀', '呢', '?', '谢谢', ' 急', '[图片]', '😂', '。麻烦看一下']
const SLIPS = 0.3

/** The same message as another buyer writes it: other words around it, and in three of ten a slip of the input method. */
export function asAnotherBuyer(message: string, random: Random): string {
  const written = random.chance(SLIPS) ? withSlip(message, random) : message
  return random.pick(BEFORE) + written + random.pick(AFTER)
}

/** A character left out, or another of the same sound in its place. */
function withSlip(message: string, random: Random): string {
  const at = random.between(0, message.length - 1)
  const character = message[at] ?? ''
  if (!/\p{Script=Han}/u.test(character)) return message
  const others = (homophones.get(syllables(character)[0] ?? '') ?? []).filter((other) => other !== character)
  const typed = others.length > 0 && random.chance(0.6) ? random.pick(others) : ''
  return message.slice(0, at) + typed + message.slice(at + 1)
}
