import { z } from 'zod'
import targetsFile from '../../assets/targets.json' with { type: 'json' }
import type { KeyChord, WindowDetails } from './paste/window-port.ts'

/** A value that another program dictates, with what breaks without it and where that is known from. */
const Known = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ value, because: z.string().min(1), source: z.string().min(1) })

const Pattern = z.string().refine(isPattern, 'not a regular expression')

const Chord = z.strictObject({
  modifiers: z.array(z.enum(['Control', 'Shift', 'Alt'])),
  key: z.enum(['V', 'Insert']),
})

const Manners = {
  pasteKeys: Known(Chord),
  /** How long the window must have been in front, without a break, before keys are sent. */
  settleMs: Known(z.int().min(0).max(500)),
  /** After the keys, the time within which the program reads the clipboard; our next text waits for it. */
  readsWithinMs: Known(z.int().min(50).max(5_000)),
  /** After the keys, the time until the agent's clipboard comes back. */
  givesBackAfterMs: Known(z.int().min(50).max(10_000)),
  /** Added to both for every thousand characters. */
  perThousandCharactersMs: Known(z.int().min(0).max(2_000)),
}

const Target = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  /** File names of the program, compared without case. */
  exe: Known(z.array(z.string().min(1)).min(1)),
  /** Regular expression that some part of the window title must match. */
  title: Known(Pattern),
  ...Manners,
})

export const TargetsFile = z.strictObject({
  targets: z.array(Target),
  /** For every window that none of the targets describes. */
  other: z.strictObject({ id: z.literal('other'), name: z.string().min(1), ...Manners }),
})
export type TargetsFile = z.infer<typeof TargetsFile>

/** How to paste into one kind of window. */
export interface TargetProfile {
  id: string
  name: string
  pasteKeys: KeyChord
  settleMs: number
  readsWithinMs: number
  givesBackAfterMs: number
  perThousandCharactersMs: number
}

/**
 * Reads a target file (assets/targets.json unless another is given) and returns the function that finds the profile
 * of a window: the first target that matches, from the top, else `other`. Throws a ZodError when the file is not one.
 */
export function targetProfiles(
  file: unknown = targetsFile,
): (window: Pick<WindowDetails, 'exe' | 'title'>) => TargetProfile {
  const { targets, other } = TargetsFile.parse(file)
  const rules = targets.map((target) => ({
    programs: target.exe.value.map((exe) => exe.toLowerCase()),
    title: new RegExp(target.title.value, 'u'),
    profile: profileOf(target),
  }))
  const otherwise = profileOf(other)
  return ({ exe, title }) =>
    rules.find((rule) => rule.programs.includes(exe.toLowerCase()) && rule.title.test(title))?.profile ??
    otherwise
}

function profileOf(target: TargetsFile['other'] | TargetsFile['targets'][number]): TargetProfile {
  return {
    id: target.id,
    name: target.name,
    pasteKeys: target.pasteKeys.value,
    settleMs: target.settleMs.value,
    readsWithinMs: target.readsWithinMs.value,
    givesBackAfterMs: target.givesBackAfterMs.value,
    perThousandCharactersMs: target.perThousandCharactersMs.value,
  }
}

function isPattern(source: string): boolean {
  try {
    new RegExp(source, 'u')
    return true
  } catch {
    return false
  }
}
