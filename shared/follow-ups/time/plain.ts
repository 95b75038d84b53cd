/** Characters that times and occasions are written with, traditional and simplified, one for one. */
const SIMPLE: Readonly<Record<string, string>> = {
  點: '点',
  後: '后',
  時: '时',
  鐘: '钟',
  鍾: '钟',
  個: '个',
  號: '号',
  週: '周',
  禮: '礼',
  兩: '两',
  過: '过',
  這: '这',
  內: '内',
  來: '来',
  會: '会',
  幾: '几',
  儘: '尽',
  馬: '马',
  們: '们',
  間: '间',
  訪: '访',
  單: '单',
  買: '买',
  復: '复',
  貨: '货',
  遲: '迟',
  實: '实',
  換: '换',
  簽: '签',
  確: '确',
  認: '认',
  問: '问',
  補: '补',
  發: '发',
  還: '还',
  〇: '零',
  壹: '一',
  貳: '二',
  叁: '三',
  參: '三',
  肆: '四',
  伍: '五',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  '：': ':',
  '、': ',',
  '　': ' ',
}

const FULL_WIDTH_FIRST = 0xff01
const FULL_WIDTH_LAST = 0xff5e
const TO_ASCII = 0xfee0

/**
 * A text in the one way of writing that times are read in: half width, lower case, simplified. Every unit stays in its
 * place, so that a span here is the same span in the text.
 */
export function plainly(text: string): string {
  return Array.from({ length: text.length }, (_, at) => plainUnit(text.charAt(at))).join('')
}

function plainUnit(unit: string): string {
  const code = unit.charCodeAt(0)
  const half =
    code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST ? String.fromCharCode(code - TO_ASCII) : unit
  const lower = half.toLowerCase()
  return SIMPLE[unit] ?? (lower.length === 1 ? lower : half)
}
