import { type KnownTargets, PasteTarget } from '../../../../shared/model/paste-target.ts'
import { type FieldProblem, problemsOf } from '../../components/zod-words.ts'

/** One row of the list: what is known of a chat program, and from whom. */
export interface ListedTarget {
  target: PasteTarget
  origin: 'known' | 'changed' | 'own'
}

/** The programs that Golden Six knows, as the agent has changed them, and then those that are the agent's own. */
export function listedTargets(known: KnownTargets, own: readonly PasteTarget[]): ListedTarget[] {
  const ids = new Set(known.targets.map(({ id }) => id))
  return [
    ...known.targets.map((target): ListedTarget => {
      const changed = own.find(({ id }) => id === target.id)
      return changed ? { target: changed, origin: 'changed' } : { target, origin: 'known' }
    }),
    ...own.filter(({ id }) => !ids.has(id)).map((target): ListedTarget => ({ target, origin: 'own' })),
  ]
}

/** Empty fields of the form are null or empty texts. */
export type TargetForm = { [Key in keyof Omit<PasteTarget, 'id'>]: PasteTarget[Key] | null }

/** A new program is taken to paste as windows do of which nothing is known. */
export const newTarget = ({ other }: KnownTargets): TargetForm => ({ name: '', exe: [], title: '', ...other })

export type TargetReading = { ok: true; target: PasteTarget } | { ok: false; problems: FieldProblem[] }

/** The target that the form stands for, or what to say at which of its fields. */
export function readTargetForm(id: string, form: TargetForm): TargetReading {
  const parsed = PasteTarget.safeParse({ ...form, name: form.name ?? '', title: form.title ?? '', id })
  if (parsed.success) return { ok: true, target: parsed.data }
  // One of several file names is wrong: the field that holds them all says so.
  const problems = problemsOf(parsed.error).map(({ path, message }) => ({ path: path.slice(0, 1), message }))
  return { ok: false, problems }
}

/** The agent's own targets with this one in them, in place of one with its id. */
export function withTarget(own: readonly PasteTarget[], target: PasteTarget): PasteTarget[] {
  return own.some(({ id }) => id === target.id)
    ? own.map((one) => (one.id === target.id ? target : one))
    : [...own, target]
}

export const withoutTarget = (own: readonly PasteTarget[], { id }: PasteTarget): PasteTarget[] =>
  own.filter((one) => one.id !== id)

/** One that was taken out is back in its place, unless it has been described anew since; all others stay as they are. */
export function withTargetBack(
  own: readonly PasteTarget[],
  target: PasteTarget,
  place: number,
): readonly PasteTarget[] {
  return own.some(({ id }) => id === target.id) ? own : own.toSpliced(place, 0, target)
}
