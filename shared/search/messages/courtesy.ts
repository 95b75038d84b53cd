/** What is sent along with a question and asks nothing: links, numbers of orders and telephones, pictures, stickers. */
const ATTACHED = /https?:\/\/\S+|\d{7,}|\[[^\]]{1,8}\]|【[^】]{0,4}】|\p{Extended_Pictographic}|\u{fe0f}/gu
const CLAUSE_ENDS = /[\s,，。.!！?？~～;；:：…]+/
const COURTESY =
  '亲爱的|亲|你好[啊呀]?|您好[啊呀]?|哈喽|哈罗|嗨|在吗|在么|在嘛|在不在|在不|有人[吗么不]|客服|老板|掌柜的?|店家|美女|帅哥|小姐姐|' +
  '请问一?下?|我?想?问一?下|咨询一?下|打扰一?下?|麻烦[你您]?(?:看一?下|问一?下|了)?|帮忙看一?下|不好意思|那个|这个|嗯|好的|' +
  '谢谢[你您啦了]?|谢了|多谢|感谢|辛苦[你您]?了?|拜托了?|急|啊|呀|呢|哦|哈|啦|哒|诶|唉|哎|咯'
// One at a time: repeated within the pattern, a text of nothing but courtesies could be cut in endlessly many ways.
const BEFORE = new RegExp(`^(?:${COURTESY})`)
const AFTER = new RegExp(`(?:${COURTESY})$`)
/** With fewer Han characters left, the courtesy was the message. */
const LEFT_AT_LEAST = 2

/**
 * A message without greetings, thanks and what is attached to it; the message itself where nothing else was said.
 * @param text folded
 */
export function withoutCourtesy(text: string): string {
  const clauses = text.replace(ATTACHED, ' ').split(CLAUSE_ENDS)
  const said = clauses.map((clause) => without(AFTER, without(BEFORE, clause))).filter(Boolean)
  const left = said.join(' ')
  return countHan(left) >= LEFT_AT_LEAST ? left : text
}

function without(courtesy: RegExp, clause: string): string {
  const left = clause.replace(courtesy, '')
  return left === clause ? clause : without(courtesy, left)
}

function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0
}

const ASKS =
  /[吗么嘛呢吧]|不[啊呀]?$|没[啊呀]?$|(\p{Script=Han})[不没]\1|怎么|咋|什么|啥|多[久少大长重高]|几|哪|谁|能|可以|会|有没有|[我你您]|谢|麻烦/u
const ASKED_AT_LEAST = 3

/** Whether a short text reads like something said to somebody, rather than like the name of a phrase. */
export function readsAsSaid(text: string): boolean {
  return countHan(text) >= ASKED_AT_LEAST && !/[a-z]/.test(text) && ASKS.test(text)
}
