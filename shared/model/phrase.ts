import { z } from 'zod'
import { ImageHash } from './image.ts'
import { BUYER_TYPES, STEPS } from './steps.ts'
import { inReadingOrder, plainName, wellFormed } from './text.ts'
import { Waiver } from './wording.ts'

/** A calendar day at the shop, `YYYY-MM-DD`; the shop's time is China's. */
export const Day = z.iso.date('日期要写成 2026-11-11 这样')

/** Lengths are in UTF-16 code units; they bound what any file or page can put into the library. */
export const PHRASE_LIMITS = {
  code: 32,
  title: 120,
  body: 10_000,
  tag: 30,
  tags: 20,
  question: 300,
  questions: 40,
  waivers: 30,
  /** With one message. */
  images: 9,
  /** Messages after the first. */
  further: 4,
} as const

/** What a tree of groups may be: deeper or longer is no tree that somebody made, but a text in the wrong column. */
export const GROUP_LIMITS = { name: 60, depth: 10 } as const

/** NUL and its kin: invisible, cut off by some programs, and never meant. */
const CONTROL_CHARACTER = /\p{Cc}/u

export const GroupName = z
  .string()
  .overwrite(wellFormed)
  .overwrite(inReadingOrder)
  .trim()
  .min(1, '分组名不能为空')
  .max(GROUP_LIMITS.name, `分组名最多 ${GROUP_LIMITS.name} 个字`)
  .refine((name) => !CONTROL_CHARACTER.test(name), '分组名里有看不见的控制字符，请删掉')

const Script = z
  .string()
  .regex(/\S/, '话术内容不能为空')
  .max(PHRASE_LIMITS.body, `话术内容最多 ${PHRASE_LIMITS.body} 个字`)

/** The same answer in other words, for buyers of these types. A type belongs to one variant at most. */
export const PhraseVariant = z.object({
  buyerTypes: z.array(z.enum(BUYER_TYPES)).min(1, '请选择这个说法适合的买家').max(BUYER_TYPES.length),
  body: Script,
})
export type PhraseVariant = z.infer<typeof PhraseVariant>

const Images = z
  .array(ImageHash)
  .max(PHRASE_LIMITS.images, `一条消息最多带 ${PHRASE_LIMITS.images} 张图片`)
  .refine(hasNoDuplicates, '同一张图片放了两次')

/** A message that follows the first one of a sequence: text, images, or both; each is pasted by one more Enter. */
export const FurtherMessage = z
  .object({
    body: z.string().max(PHRASE_LIMITS.body, `话术内容最多 ${PHRASE_LIMITS.body} 个字`),
    images: Images.default([]),
  })
  .refine(({ body, images }) => /\S/.test(body) || images.length > 0, {
    message: '这一条消息还是空的',
    path: ['body'],
  })
export type FurtherMessage = z.infer<typeof FurtherMessage>

/**
 * What a person can say of a phrase: everything but its identity and its history.
 * `body` is a script in Liquid (see `shared/template`); `guard` is a Liquid condition that must hold for it to be offered.
 */
export const PhraseDraft = z
  .object({
    groupId: z.string().nullable().default(null),
    /** Short code 快捷编码, unique in the library without regard to case; null when it has none. */
    code: z
      .string()
      .overwrite(plainName)
      .trim()
      .max(PHRASE_LIMITS.code, `快捷编码最多 ${PHRASE_LIMITS.code} 个字`)
      .nullable()
      .default(null)
      .transform((code) => code || null),
    title: z
      .string()
      .overwrite(plainName)
      .trim()
      .min(1, '标题不能为空')
      .max(PHRASE_LIMITS.title, `标题最多 ${PHRASE_LIMITS.title} 个字`),
    body: Script,
    /** Wordings for certain types of buyers; `body` is for all others. */
    variants: z.array(PhraseVariant).max(BUYER_TYPES.length).default([]),
    /** Sent after the text, in this order. */
    images: Images.default([]),
    /** The messages after the first, when the phrase is a sequence. */
    further: z
      .array(FurtherMessage)
      .max(PHRASE_LIMITS.further, `一条话术最多连发 ${PHRASE_LIMITS.further + 1} 条消息`)
      .default([]),
    step: z.enum(STEPS).default('answer'),
    buyerTypes: z.array(z.enum(BUYER_TYPES)).max(BUYER_TYPES.length).default([]),
    tags: z
      .array(
        z
          .string()
          .overwrite(plainName)
          .trim()
          .min(1, '标签不能为空')
          .max(PHRASE_LIMITS.tag, `一个标签最多 ${PHRASE_LIMITS.tag} 个字`),
      )
      .max(PHRASE_LIMITS.tags, `标签最多 ${PHRASE_LIMITS.tags} 个`)
      .default([]),
    /** Questions buyers ask that this phrase answers, in their own words. */
    questions: z
      .array(
        z
          .string()
          .trim()
          .min(1, '买家问法不能为空')
          .max(PHRASE_LIMITS.question, `一句买家问法最多 ${PHRASE_LIMITS.question} 个字`),
      )
      .max(PHRASE_LIMITS.questions, `买家问法最多 ${PHRASE_LIMITS.questions} 句`)
      .default([]),
    guard: z.string().max(500, '使用条件最多 500 个字').nullable().default(null),
    /** First and last day on which a campaign phrase may be used, both inclusive; null means open. */
    validFrom: Day.nullable().default(null),
    validUntil: Day.nullable().default(null),
    pinned: z.boolean().default(false),
    /** Findings of the wording rules that its author lets stand. */
    waivers: z.array(Waiver).max(PHRASE_LIMITS.waivers, `最多保留 ${PHRASE_LIMITS.waivers} 处`).default([]),
  })
  .refine((phrase) => !phrase.validFrom || !phrase.validUntil || phrase.validFrom <= phrase.validUntil, {
    message: '生效日期晚于失效日期',
    path: ['validUntil'],
  })
  .refine(({ variants }) => hasNoDuplicates(variants.flatMap((variant) => variant.buyerTypes)), {
    message: '同一类买家只能有一个说法',
    path: ['variants'],
  })
export type PhraseDraft = z.infer<typeof PhraseDraft>
/** What a caller may leave out of a draft. */
export type PhraseDraftInput = z.input<typeof PhraseDraft>

export const PHRASE_SOURCES = ['starter', 'personal', 'team'] as const
export type PhraseSource = (typeof PHRASE_SOURCES)[number]

/** A phrase as the library holds it. Times are milliseconds since 1970 (UTC). */
export type Phrase = PhraseDraft & {
  id: string
  source: PhraseSource
  /** Names of the group and its ancestors, outermost first. */
  groupPath: string[]
  uses: number
  lastUsedAt: number | null
  /** Since when it is offered to nobody, though the library keeps it; null for most. */
  archivedAt: number | null
  createdAt: number
  updatedAt: number
}

export interface PhraseGroup {
  id: string
  parentId: string | null
  name: string
  position: number
  /** Phrases in this very group, its subgroups not counted. */
  phraseCount: number
}

/** Whether a campaign phrase may be used on `day` (`YYYY-MM-DD`). */
export type Validity = 'current' | 'upcoming' | 'expired'

export function validityOn(day: string, phrase: Pick<PhraseDraft, 'validFrom' | 'validUntil'>): Validity {
  if (phrase.validUntil && day > phrase.validUntil) return 'expired'
  if (phrase.validFrom && day < phrase.validFrom) return 'upcoming'
  return 'current'
}

function hasNoDuplicates(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length
}
