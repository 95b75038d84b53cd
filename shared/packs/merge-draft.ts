import { PhraseDraft } from '../model/phrase.ts'
import { isSame } from './canonical.ts'
import { mergeText } from './merge-text.ts'

export type DraftField = keyof PhraseDraft

export interface MergedDraft {
  /** Both changes; where they touch, theirs. */
  draft: PhraseDraft
  /** The fields that both changed so that they touch: a person decides. */
  conflicts: DraftField[]
}

/** Lists whose order says nothing: what each added or took away can stand together. */
const SETS = ['tags', 'questions', 'buyerTypes'] as const satisfies readonly DraftField[]

/**
 * Three-way merge of a phrase, field by field: `base` is what both began with. A pin is the agent's own and stays.
 * The body is merged by sentence, tags and questions by entry.
 */
export function mergeDraft(base: PhraseDraft, mine: PhraseDraft, theirs: PhraseDraft): MergedDraft {
  const conflicts: DraftField[] = []
  const field = <Field extends DraftField>(name: Field): PhraseDraft[Field] => {
    if (isSame(mine[name], base[name]) || isSame(mine[name], theirs[name])) return theirs[name]
    if (isSame(theirs[name], base[name])) return mine[name]
    const both = mergedField(name, base, mine, theirs)
    if (both === null) conflicts.push(name)
    return both ?? theirs[name]
  }
  const draft: PhraseDraft = {
    groupId: field('groupId'),
    code: field('code'),
    title: field('title'),
    body: field('body'),
    variants: field('variants'),
    images: field('images'),
    further: field('further'),
    step: field('step'),
    buyerTypes: field('buyerTypes'),
    tags: field('tags'),
    questions: field('questions'),
    guard: field('guard'),
    validFrom: field('validFrom'),
    validUntil: field('validUntil'),
    waivers: field('waivers'),
    pinned: mine.pinned,
  }
  // Each change is well by itself and both together may not be: too many tags, a first day after the last.
  if (PhraseDraft.safeParse(draft).success) return { draft, conflicts }
  return { draft: { ...theirs, pinned: mine.pinned }, conflicts: changedFields(base, mine) }
}

/** What a person changed of a phrase; a pin is no change of what it says. */
export function changedFields(base: PhraseDraft, mine: PhraseDraft): DraftField[] {
  return (Object.keys(base) as DraftField[]).filter(
    (name) => name !== 'pinned' && !isSame(base[name], mine[name]),
  )
}

/** Both changes of one field, or null where they touch. */
function mergedField<Field extends DraftField>(
  name: Field,
  base: PhraseDraft,
  mine: PhraseDraft,
  theirs: PhraseDraft,
): PhraseDraft[Field] | null {
  if (name === 'body') return mergeText(base.body, mine.body, theirs.body) as PhraseDraft[Field] | null
  if (!SETS.some((set) => set === name)) return null
  const [ofBase, ofMine, ofTheirs] = [base, mine, theirs].map((draft) => draft[name] as readonly string[])
  return mergeSets(ofBase ?? [], ofMine ?? [], ofTheirs ?? []) as PhraseDraft[Field]
}

function mergeSets(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const takenAway = new Set(base.filter((entry) => !mine.includes(entry)))
  const added = mine.filter((entry) => !base.includes(entry) && !theirs.includes(entry))
  return [...theirs.filter((entry) => !takenAway.has(entry)), ...added]
}
