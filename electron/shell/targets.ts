import { z } from 'zod'
import targetsFile from '../../assets/targets.json' with { type: 'json' }
import {
  ChatInput,
  type KnownTargets,
  PASTE_KEYS,
  PasteTarget,
  titlePattern,
} from '../../shared/model/paste-target.ts'
import type { KeyChord, Modifier, PasteKey, WindowDetails } from './paste/window-port.ts'

/** A value that another program dictates, with what breaks without it and where that is known from. */
const Known = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ value, because: z.string().min(1), source: z.string().min(1) })

const Manners = {
  /** The part of the window that the sidecar never covers. */
  chatInput: Known(ChatInput),
  pasteKeys: Known(z.enum(PASTE_KEYS)),
  /** How long the window must have been in front, without a break, before keys are sent. */
  settleMs: Known(PasteTarget.shape.settleMs),
  /** After the keys, the time within which the program reads the clipboard; our next text waits for it. */
  readsWithinMs: Known(PasteTarget.shape.readsWithinMs),
  /** After the keys, the time until the agent's clipboard comes back. */
  givesBackAfterMs: Known(PasteTarget.shape.givesBackAfterMs),
  /** Added to both for every thousand characters. */
  perThousandCharactersMs: Known(z.int().min(0).max(2_000)),
}

const Target = z.strictObject({
  id: PasteTarget.shape.id,
  name: z.string().min(1),
  /** File names of the program, compared without case. */
  exe: Known(PasteTarget.shape.exe),
  /** What the window's title looks like, `*` standing for anything; empty for any. */
  title: Known(z.string()),
  ...Manners,
})

export const TargetsFile = z.strictObject({
  targets: z.array(Target),
  /** For every window that none of the targets describes. */
  other: z.strictObject({
    ...{ id: z.literal('other'), name: z.string().min(1), ...Manners },
    /** The same as `settleMs`, where an X server says who has the keyboard. */
    settleUnderX11Ms: Known(PasteTarget.shape.settleMs),
  }),
})
export type TargetsFile = z.infer<typeof TargetsFile>

/** How to paste into one kind of window. */
export interface TargetProfile {
  id: string
  name: string
  chatInput: ChatInput
  pasteKeys: KeyChord
  settleMs: number
  readsWithinMs: number
  givesBackAfterMs: number
  perThousandCharactersMs: number
}

export interface Targets {
  /**
   * The profile of a window: the agent's own targets first, then those of the file, from the top; else `other`.
   */
  profileOf(window: Pick<WindowDetails, 'exe' | 'title'>): TargetProfile
  /** The profile that the agent's description of a target comes to. */
  profileFor(target: PasteTarget): TargetProfile
  /** What the file says, as the agent may change it. */
  known: KnownTargets
}

/**
 * Reads a target file (assets/targets.json unless another is given).
 *
 * @param own what the agent described; asked at each use. One with the id of the file's replaces that.
 * @param platform on which system the windows are
 * @throws ZodError when the file is not one
 */
export function createTargets(
  own: () => readonly PasteTarget[] = () => [],
  file: unknown = targetsFile,
  platform: NodeJS.Platform = process.platform,
): Targets {
  const { targets, other: described } = TargetsFile.parse(file)
  const { settleUnderX11Ms: settleMs, ...elsewhere } = described
  const other = platform === 'linux' ? { ...elsewhere, settleMs } : elsewhere
  const builtIn = targets.map((target) => ({ ...asDescribed(target), profile: profileOf(target) }))
  const otherwise = profileOf(other)
  const slowness = otherwise.perThousandCharactersMs
  let ruledBy: readonly PasteTarget[] | null = null
  let rules: Rule[] = []

  function profileFor({ pasteKeys, id, name, ...target }: PasteTarget): TargetProfile {
    const { settleMs, readsWithinMs, givesBackAfterMs } = target
    const delays = { settleMs, readsWithinMs, givesBackAfterMs, perThousandCharactersMs: slowness }
    const { chatInput } = builtIn.find((known) => known.id === id)?.profile ?? otherwise
    const height = target.chatInputHeight ?? chatInput.height
    return { id, name, chatInput: { ...chatInput, height }, pasteKeys: chord(pasteKeys), ...delays }
  }

  /** Worked out anew only when the settings hold another list. */
  function currentRules(): Rule[] {
    const now = own()
    if (now === ruledBy) return rules
    ruledBy = now
    const replaced = new Set(now.map(({ id }) => id))
    rules = [
      ...now.map((target) => ruleOf(target, profileFor(target))),
      ...builtIn.filter(({ id }) => !replaced.has(id)).map((target) => ruleOf(target, target.profile)),
    ]
    return rules
  }

  return {
    profileOf: ({ exe, title }) =>
      currentRules().find((rule) => rule.programs.includes(exe.toLowerCase()) && rule.title.test(title))
        ?.profile ?? otherwise,
    profileFor,
    known: {
      targets: builtIn.map(({ profile: _, ...target }) => target),
      other: { ...delaysOf(other), pasteKeys: other.pasteKeys.value },
    },
  }
}

interface Rule {
  programs: string[]
  title: RegExp
  profile: TargetProfile
}

function ruleOf({ exe, title }: Pick<PasteTarget, 'exe' | 'title'>, profile: TargetProfile): Rule {
  return { programs: exe.map((one) => one.toLowerCase()), title: titlePattern(title), profile }
}

type Described = TargetsFile['targets'][number]
type Other = Omit<TargetsFile['other'], 'settleUnderX11Ms'>

function asDescribed(target: Described): PasteTarget {
  const { id, name, exe, title, pasteKeys, chatInput } = target
  return {
    ...{ id, name, exe: exe.value, title: title.value, pasteKeys: pasteKeys.value },
    chatInputHeight: chatInput.value.height,
    ...delaysOf(target),
  }
}

function delaysOf({ settleMs, readsWithinMs, givesBackAfterMs }: Described | Other) {
  return {
    settleMs: settleMs.value,
    readsWithinMs: readsWithinMs.value,
    givesBackAfterMs: givesBackAfterMs.value,
  }
}

function profileOf(target: Other | Described): TargetProfile {
  const { id, name, chatInput, pasteKeys, perThousandCharactersMs } = target
  return {
    ...{ id, name, chatInput: chatInput.value, pasteKeys: chord(pasteKeys.value) },
    ...delaysOf(target),
    perThousandCharactersMs: perThousandCharactersMs.value,
  }
}

function chord(keys: (typeof PASTE_KEYS)[number]): KeyChord {
  const parts = keys.split('+')
  return { modifiers: parts.slice(0, -1) as Modifier[], key: parts.at(-1) as PasteKey }
}
