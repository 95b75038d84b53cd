import { checkWording } from '../compliance/index.ts'
import type { Span } from '../model/span.ts'

/** Why a note about a buyer should not be kept, or not so. */
export type SensitiveKind = 'contact' | 'health' | 'pregnancy' | 'child'

export interface SensitiveFinding {
  kind: SensitiveKind
  span: Span
  text: string
  /** In the words of the person who writes the note. */
  advice: string
}

/** Rule of the wording rules that finds telephone and identity-card numbers and addresses. */
const PERSONAL_DATA = 'personal-data'

const ADVICE: Record<SensitiveKind, string> = {
  contact: '电话、证件号和地址不要记在备注里，订单里就有',
  health: '健康状况是敏感个人信息，没有买家同意不要记；记用得上的需求就好，如“要无香精”',
  pregnancy: '孕产情况是敏感个人信息，没有买家同意不要记；记用得上的需求就好，如“要温和无刺激”',
  child: '不满十四岁孩子的信息是敏感个人信息；记尺码就好，不要记年龄',
}

/**
 * What speaks of illness, pregnancy or a child's age. The Personal Information Protection Law of China (articles 28 and
 * 31) calls health, and anything of a child under fourteen, sensitive.
 */
const SENSITIVE: readonly { kind: SensitiveKind; words: RegExp }[] = [
  {
    kind: 'pregnancy',
    words: /怀孕|孕妇|孕[早中晚]期|备孕|待产|预产期|坐月子|产后|哺乳期?|流产|试管婴儿/g,
  },
  {
    kind: 'health',
    words:
      /(?:高血压|糖尿病|心脏病|癌症?|肿瘤|化疗|抑郁症?|焦虑症|过敏史|湿疹|皮炎|哮喘|癫痫|肝炎|乙肝|艾滋|残疾|手术|住院|确诊|患有|病史|慢性病)/g,
  },
  {
    kind: 'child',
    words:
      /(?:孩子|小孩|宝宝|宝贝|儿子|女儿|娃|小朋友|孙[子女])[^。;；\n]{0,10}?(?:[一二三四五六七八九十\d]{1,2}\s?(?:岁|周岁|个月|个多月|年级)|满月|周岁|小学|幼儿园)|[一二三四五六七八九十\d]{1,2}(?:岁|周岁|个月大?)[^，。,.;；\n]{0,3}?(?:孩子|小孩|宝宝|儿子|女儿|娃|小朋友)/g,
  },
]

/** Everything in a note that the law or the platform treats with care, in order of position. */
export function sensitiveIn(text: string): SensitiveFinding[] {
  const contacts = contactsIn(text).map((span) => asFinding('contact', text, span))
  const others = SENSITIVE.flatMap(({ kind, words }) =>
    [...text.matchAll(words)].map(({ index, 0: found }) =>
      asFinding(kind, text, { start: index, end: index + found.length }),
    ),
  )
  return [...contacts, ...others].sort((one, other) => one.span.start - other.span.start)
}

/** The text with telephone and identity-card numbers and addresses covered, as it is shown until somebody asks to see it. */
export function maskPersonal(text: string): string {
  let masked = ''
  let reached = 0
  for (const { start, end } of contactsIn(text)) {
    masked += text.slice(reached, start) + covered(text.slice(start, end))
    reached = end
  }
  return masked + text.slice(reached)
}

/** A nickname as it is shown to others: its first and last character. */
export function maskNickname(nickname: string): string {
  const characters = [...nickname]
  if (characters.length <= 1) return '*'
  return `${characters[0]}***${characters.length > 2 ? characters.at(-1) : ''}`
}

function contactsIn(text: string): Span[] {
  return checkWording(text)
    .filter(({ rule }) => rule === PERSONAL_DATA)
    .map(({ span }) => span)
}

/** The ends stay, so that the one who wrote it knows which it is. */
function covered(found: string): string {
  const KEPT = 3
  if (found.length <= 2 * KEPT) return '*'.repeat(found.length)
  return `${found.slice(0, KEPT)}${'*'.repeat(found.length - 2 * KEPT)}${found.slice(-KEPT)}`
}

function asFinding(kind: SensitiveKind, text: string, span: Span): SensitiveFinding {
  return { kind, span, text: text.slice(span.start, span.end), advice: ADVICE[kind] }
}
