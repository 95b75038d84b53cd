import type { PhraseDraft } from '../../../../shared/model/phrase.ts'
import { BUYER_TYPE_NAMES, STEP_NAMES } from '../../../../shared/model/steps.ts'
import type { PackDecision, PackDecisions } from '../../../../shared/model/team.ts'
import type { PhraseChange } from '../../../../shared/packs/compare.ts'
import type { DraftField } from '../../../../shared/packs/merge-draft.ts'
import { isSameValue } from '../../components/same-value.ts'
import { teamStrings as words } from '../../strings/team.ts'

/** A change that waits for a person. */
export type AskedChange = Extract<
  PhraseChange,
  { kind: 'conflict' | 'removed-but-edited' | 'deleted-but-changed' }
>

export const isAsked = (change: PhraseChange): change is AskedChange =>
  change.kind === 'conflict' || change.kind === 'removed-but-edited' || change.kind === 'deleted-but-changed'

/** What is decided once this is, too; without a decision the change is taken as it comes, or waits. */
export function decided(
  before: PackDecisions,
  id: string,
  decision: PackDecision | undefined,
): PackDecisions {
  const { [id]: _, ...others } = before
  return decision === undefined ? others : { ...others, [id]: decision }
}

/** Leaves out all of `changes`, none of which asks for a decision; or takes them all. */
export function declinedAll(
  before: PackDecisions,
  changes: readonly PhraseChange[],
  areDeclined: boolean,
): PackDecisions {
  const ids = new Set(changes.map(({ id }) => id))
  const others = Object.entries(before).filter(([id]) => !ids.has(id))
  const skipped = areDeclined ? [...ids].map((id): [string, PackDecision] => [id, 'skip']) : []
  return Object.fromEntries([...others, ...skipped])
}

/** The changes of a kind in which, as they were or as they will be, a text stands: in title, words or code. */
export function changesFound(
  changes: readonly PhraseChange[],
  { text, kind }: { text: string; kind: PhraseChange['kind'] | null },
): PhraseChange[] {
  const wanted = text.trim().toLowerCase()
  return changes.filter(
    (change) =>
      (kind === null || change.kind === kind) &&
      (wanted === '' || draftsOf(change).some((draft) => textOf(draft).includes(wanted))),
  )
}

const draftsOf = (change: PhraseChange): PhraseDraft[] => [
  ...('theirs' in change ? [change.theirs] : []),
  ...('mine' in change ? [change.mine] : []),
]

const textOf = ({ title, body, code }: PhraseDraft): string =>
  `${title}\n${body}\n${code ?? ''}`.toLowerCase()

/** Of what was decided when a release was looked at `before`: what holds `after`, where it does the same to a phrase. */
export function stillDecided(
  decisions: PackDecisions,
  before: readonly PhraseChange[],
  after: readonly PhraseChange[],
): PackDecisions {
  const changes = new Map(before.map((change) => [change.id, change]))
  const same = new Set(
    after.filter((change) => isSameValue(change, changes.get(change.id))).map(({ id }) => id),
  )
  return Object.fromEntries(Object.entries(decisions).filter(([id]) => same.has(id)))
}

export const titleOf = (change: PhraseChange): string =>
  'theirs' in change ? change.theirs.title : change.mine.title

/** What is set against each other: how it was or is here, and how it would be. */
export interface FieldChange {
  field: DraftField
  before: string
  after: string
}

/** The fields that differ, as people read them. `groupNames`: by the ids that the change has for groups. */
export function fieldChanges(
  change: PhraseChange,
  groupNames: Readonly<Record<string, string>>,
): FieldChange[] {
  switch (change.kind) {
    case 'added':
      return [{ field: 'body', before: '', after: change.theirs.body }]
    case 'removed':
      return [{ field: 'body', before: change.mine.body, after: '' }]
    case 'changed':
      return between(change.mine, change.theirs, change.fields)
    case 'merged':
      return between(change.mine, change.draft, FIELDS)
    case 'conflict':
      return between(change.mine, change.theirs, change.fields)
    case 'removed-but-edited':
      return between(change.base, change.mine, FIELDS)
    case 'deleted-but-changed':
      return between(change.base, change.theirs, FIELDS)
  }

  function between(before: PhraseDraft, after: PhraseDraft, fields: readonly DraftField[]): FieldChange[] {
    return fields
      .map((field) => ({ field, before: said(before, field), after: said(after, field) }))
      .filter((one) => one.before !== one.after)
  }

  function said(draft: PhraseDraft, field: DraftField): string {
    if (field !== 'groupId') return readable(draft, field)
    return groupNames[draft.groupId ?? ''] ?? ''
  }
}

const FIELDS = (Object.keys(words.fields) as DraftField[]).filter((field) => field !== 'pinned')

function readable(draft: PhraseDraft, field: DraftField): string {
  switch (field) {
    case 'step':
      return STEP_NAMES[draft.step]
    case 'buyerTypes':
      return draft.buyerTypes.map((type) => BUYER_TYPE_NAMES[type]).join('、')
    case 'tags':
      return draft.tags.join('、')
    case 'questions':
      return draft.questions.join('\n')
    case 'variants':
      return draft.variants
        .map(
          ({ buyerTypes, body }) => `${buyerTypes.map((type) => BUYER_TYPE_NAMES[type]).join('、')}：${body}`,
        )
        .join('\n')
    case 'further':
      return draft.further.map(({ body }) => body).join('\n')
    case 'images':
      return draft.images.map((hash) => hash.slice(0, 8)).join(' ')
    case 'waivers':
      return draft.waivers.map(({ text, reason }) => `${text}（${reason}）`).join('、')
    default:
      return String(draft[field] ?? '')
  }
}
