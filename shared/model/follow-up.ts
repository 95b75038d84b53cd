import { z } from 'zod'
import { SHIFTS, USUAL_SHIFTS } from '../follow-ups/shifts.ts'
import { FOLLOW_UP_KINDS, FOLLOW_UP_LIMITS } from './follow-up-kinds.ts'
import { TimeOfDay } from './shop.ts'
import { plainName } from './text.ts'

/** 9999-12-31, ms since 1970: what a date column can still be written as. */
const LAST_MOMENT = 253_402_214_400_000

const Moment = z.int().min(0).max(LAST_MOMENT)

/** What an agent says of a follow-up 跟单: on which occasion, when, whose, about what. */
export const FollowUpDraft = z.object({
  kind: z.enum(FOLLOW_UP_KINDS),
  /** When the buyer is to hear from the shop, ms since 1970. */
  dueAt: Moment,
  nickname: z.string().overwrite(plainName).trim().min(1, '请填写买家昵称').max(60, '昵称最多 60 个字'),
  productId: z.string().min(1).max(64).nullable().default(null),
  /** The phrase that the agent means to send; null leaves the choice to the occasion. */
  phraseId: z.string().min(1).max(64).nullable().default(null),
  note: z
    .string()
    .overwrite(plainName)
    .trim()
    .max(FOLLOW_UP_LIMITS.note, `备注最多 ${FOLLOW_UP_LIMITS.note} 个字`)
    .default(''),
})
export type FollowUpDraft = z.infer<typeof FollowUpDraft>
export type FollowUpDraftInput = z.input<typeof FollowUpDraft>

/** Times are ms since 1970. A follow-up whose `until` has passed is open again. */
export type FollowUpState = { is: 'open' } | { is: 'snoozed'; until: number } | { is: 'done'; at: number }

export type FollowUp = FollowUpDraft & {
  id: string
  state: FollowUpState
  createdAt: number
}

/** When somebody has to act: what was agreed, or until when it was put off. */
export function timeOf({ state, dueAt }: Pick<FollowUp, 'state' | 'dueAt'>): number {
  return state.is === 'snoozed' ? state.until : dueAt
}

/** How many there are of each, for the pages' badges. */
export interface FollowUpCounts {
  /** Whose time has come. */
  due: number
  open: number
}

/** What a reminder says. The desk has covered what the settings want covered. */
export interface Reminder {
  /** Those it speaks of; with a single one it can be answered from the notification. */
  ids: readonly string[]
  title: string
  body: string
}

/** How this agent is reminded. Shifts begin one after the other, the late one before midnight. */
export const FollowUpSettings = z.object({
  shifts: z
    .object({ early: TimeOfDay, middle: TimeOfDay, late: TimeOfDay })
    .refine(
      (times) => SHIFTS.every((shift, at) => at === 0 || times[SHIFTS[at - 1] ?? shift] < times[shift]),
      '早班、中班、晚班要一个比一个晚',
    ),
  /** Whether a notification, which everybody sees who looks at the screen, names the buyer in full. */
  showsNicknames: z.boolean(),
})
export type FollowUpSettings = z.infer<typeof FollowUpSettings>

export const USUAL_FOLLOW_UP_SETTINGS: FollowUpSettings = { shifts: USUAL_SHIFTS, showsNicknames: false }

/** Wishes for putting off, as the page and the notification offer them. */
export const SNOOZES = ['ten-minutes', 'one-hour', 'tomorrow'] as const
export type Snooze = (typeof SNOOZES)[number]
