import { z } from 'zod'

/** The keys that paste somewhere, as a person chooses them. None of them sends a message. */
export const PASTE_KEYS = ['Control+V', 'Shift+Insert', 'Control+Shift+V'] as const

const ProgramFile = z
  .string()
  .trim()
  .min(1, '程序文件名不能为空')
  .max(100, '程序文件名太长')
  .regex(/^[^\\/:*?"<>|]+$/, '只填文件名，如 AliWorkbench.exe，不带文件夹和特殊符号')

const within = (lowest: number, highest: number) =>
  z.int('要填整数毫秒').min(lowest, `不能少于 ${lowest} 毫秒`).max(highest, `不能超过 ${highest} 毫秒`)

/** How long things take in another program, in milliseconds. assets/targets.json says what breaks without each. */
export const PasteDelays = z.strictObject({
  /** The window must have been in front for so long, without a break, before keys are sent. */
  settleMs: within(0, 500),
  /** The program reads the clipboard within this time after the keys. */
  readsWithinMs: within(50, 5_000),
  /** The agent's own clipboard comes back so long after the keys. */
  givesBackAfterMs: within(50, 10_000),
})
export type PasteDelays = z.infer<typeof PasteDelays>

/** Where chat programs have the text that is being written, measured from the window's lower edge, in DIP. */
export const ChatInput = z.strictObject({
  /** From the lower edge up. */
  height: z.int('要填整数像素').min(0, '不能少于 0 像素').max(800, '不能超过 800 像素'),
  /** What of the window's width is not the input's, on either side. */
  left: z.int().min(0).max(2_000),
  right: z.int().min(0).max(2_000),
})
export type ChatInput = z.infer<typeof ChatInput>

/** One kind of chat window, and how to paste into it. */
export const PasteTarget = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/),
    name: z.string().trim().min(1, '名称不能为空').max(30, '名称最多 30 个字'),
    /** File names of the program, compared without case. */
    exe: z.array(ProgramFile).min(1, '至少填一个程序文件名').max(10, '最多填 10 个程序文件名'),
    /** What the window's title looks like, `*` standing for anything; empty for any title. */
    title: z.string().trim().max(120, '标题样式最多 120 个字'),
    pasteKeys: z.enum(PASTE_KEYS),
    /** What the sidecar never covers, from the window's lower edge up; nothing for what is known of the program. */
    chatInputHeight: ChatInput.shape.height.nullish(),
    ...PasteDelays.shape,
  })
  .refine(({ readsWithinMs, givesBackAfterMs }) => givesBackAfterMs >= readsWithinMs, {
    path: ['givesBackAfterMs'],
    message: '要等聊天软件读完才能还，不能比“读取剪贴板”还短',
  })
export type PasteTarget = z.infer<typeof PasteTarget>

/** The targets that the program brings, and what holds for a window that none of them describes. */
export interface KnownTargets {
  targets: PasteTarget[]
  other: PasteDelays & Pick<PasteTarget, 'pasteKeys'>
}

/** What became of a sample that was pasted into a window of our own, in the manner of a target. */
export type PasteTrial =
  | {
      status: 'arrived'
      /** What stood in the window's text area then. */
      text: string
      isSame: boolean
      /** From asking to the keys being sent, and from there to the text being there. */
      pastedMs: number
      arrivedMs: number
    }
  | { status: 'lost'; reason: string }

/** A title pattern as a regular expression: a linear one, since only `*` means anything. */
export function titlePattern(title: string): RegExp {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  if (title === '') return /(?:)/
  return new RegExp(`^${title.split(/\*+/).map(literal).join('.*?')}$`, 'su')
}
