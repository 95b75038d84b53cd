import type { Phrase } from '../../../../shared/model/phrase.ts'
import { literalText } from '../../../../shared/template/index.ts'

/** Qianniu's own header, as its exports have it. */
export const QIANNIU_HEADER = ['快捷短语编码', '快捷短语', '快捷短语分组'] as const

/**
 * Above so many characters a person is told to look before importing. Qianniu publishes no figure; a message of more is
 * split by hand anyway.
 */
const LONG = 1000

export interface QianniuRow {
  /** Null when the phrase cannot be written. */
  cells: string[] | null
  losses: string[]
}

/**
 * A phrase as Qianniu can have it: code, text, one level of groups. A script would stand in the chat with its braces, so
 * it is left out.
 */
export function qianniuRow(phrase: Phrase): QianniuRow {
  const said = literalText(phrase.body)
  if (said === null) return { cells: null, losses: ['含有要填的内容（{{ }}），千牛不会填，没有写进文件'] }
  const group = phrase.groupPath.join('-')
  const text = startingPlain(said)
  const losses = [
    ...(phrase.groupPath.length > 1 ? [`千牛的分组只有一层，写成了“${group}”`] : []),
    ...(text === said ? [] : ['开头像表格公式，前面加了一个空格']),
    ...(said.length > LONG ? [`有 ${said.length} 个字，导入千牛后请检查是否完整`] : []),
    ...(phrase.guard === null ? [] : [`使用条件“${phrase.guard}”没有写进文件，千牛里什么时候都能用`]),
    ...daysOf(phrase),
    ...(phrase.images.length > 0 ? [`${phrase.images.length} 张图片没有写进文件`] : []),
    ...(phrase.further.length > 0 ? [`连发的后 ${phrase.further.length} 条消息没有写进文件`] : []),
    ...(phrase.variants.length > 0 ? [`按买家类型的 ${phrase.variants.length} 个说法没有写进文件`] : []),
  ]
  return { cells: [phrase.code ?? '', text, group].map(startingPlain), losses }
}

/** Qianniu would show an offer that is over as if it held. */
function daysOf({ validFrom, validUntil }: Phrase): string[] {
  if (validFrom === null && validUntil === null) return []
  const days = [validFrom && `${validFrom} 起`, validUntil && `${validUntil} 止`].filter(Boolean).join('、')
  return [`有效日期（${days}）没有写进文件，过期后请在千牛里删掉`]
}

/**
 * What a spreadsheet would run as a formula, behind a blank: an apostrophe, as usual elsewhere, would stand before the
 * buyer's eyes.
 */
function startingPlain(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? ` ${text}` : text
}
