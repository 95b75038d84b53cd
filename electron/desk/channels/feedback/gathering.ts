import type { ChannelFeedback, ChannelInbox } from '../../../../shared/model/channel.ts'

const SHOWN_USES = 500
const SHOWN_MISSES = 200
const SHOWN_PROPOSALS = 500
/** Ten times what is shown, so that what turns out frequent in the end has its place. */
const COUNTED_USES = 5_000
const COUNTED_MISSES = 2_000
/** They are large, and the newest are shown. */
const KEPT_PROPOSALS = SHOWN_PROPOSALS
/** Ids of proposals that say the same; more of them are asked for again. */
const TWINS = 1_000

type Proposal = ChannelFeedback['proposals'][number]

/** A proposal as it came first, and the ids of all that say the same. */
export interface GatheredProposal {
  proposal: Proposal
  ids: string[]
}

export type Gathering = ReturnType<typeof createGathering>

/**
 * Adds up what agents have sent, file by file: nothing of a file stays but its figures, and of those the largest, so that
 * memory does not grow with the number of agents.
 *
 * @param answered ids of proposals that were taken or dismissed
 */
export function createGathering(answered: ReadonlySet<string>) {
  const versions = new Map<number, number>()
  const uses = new Map<string, number>()
  const misses = new Map<string, { count: number; subscribers: number }>()
  const proposals = new Map<string, GatheredProposal>()
  let subscribers = 0

  function addProposal(proposal: Proposal): void {
    const words = withoutSpace(proposal.body)
    const known = proposals.get(words)
    if (!known) {
      proposals.set(words, { proposal, ids: [proposal.id] })
      trim(proposals, KEPT_PROPOSALS, (one) => one.proposal.proposedAt)
      return
    }
    if (known.ids.length < TWINS && !known.ids.includes(proposal.id)) known.ids.push(proposal.id)
    // Two agents may propose the same words; the first of them is shown.
    if (proposal.proposedAt < known.proposal.proposedAt) known.proposal = proposal
  }

  return {
    add(feedback: ChannelFeedback): void {
      subscribers++
      versions.set(feedback.version, (versions.get(feedback.version) ?? 0) + 1)
      for (const [entryId, count] of Object.entries(feedback.uses))
        uses.set(entryId, (uses.get(entryId) ?? 0) + count)
      for (const { query, count } of feedback.misses) {
        const before = misses.get(query) ?? { count: 0, subscribers: 0 }
        misses.set(query, { count: before.count + count, subscribers: before.subscribers + 1 })
      }
      for (const proposal of feedback.proposals) if (!answered.has(proposal.id)) addProposal(proposal)
      trim(uses, COUNTED_USES, (count) => count)
      trim(misses, COUNTED_MISSES, (miss) => miss.subscribers)
    },

    proposals: (): GatheredProposal[] => [...proposals.values()],

    /**
     * What a lead sees of it.
     *
     * @param library the phrase here of each entry, with its title, and the proposals that were answered since
     */
    sum(library: {
      phrases: ReadonlyMap<string, { phraseId: string; title: string }>
      answered: ReadonlySet<string>
    }): Omit<ChannelInbox, 'unreadable' | 'leftOut'> {
      return {
        subscribers: {
          total: subscribers,
          byVersion: [...versions]
            .map(([version, count]) => ({ version, subscribers: count }))
            .sort((a, b) => b.version - a.version),
        },
        uses: [...uses]
          .map(([entryId, count]) => {
            const known = library.phrases.get(entryId)
            return {
              phraseId: known?.phraseId ?? null,
              title: known?.title ?? '已不在话术库里的话术',
              uses: count,
            }
          })
          .sort((a, b) => b.uses - a.uses)
          .slice(0, SHOWN_USES),
        misses: [...misses]
          .map(([query, { count, subscribers: people }]) => ({ query, count, subscribers: people }))
          .sort((a, b) => b.subscribers - a.subscribers || b.count - a.count || (a.query < b.query ? -1 : 1))
          .slice(0, SHOWN_MISSES),
        proposals: [...proposals.values()]
          .filter(({ ids }) => ids.some((id) => !library.answered.has(id)))
          .map(({ proposal }) => proposal)
          .sort((a, b) => b.proposedAt - a.proposedAt)
          .slice(0, SHOWN_PROPOSALS),
      }
    },
  }
}

/** Lets go of the least once there are twice as many as are kept: the sorting is paid for by those that came since. */
function trim<Value>(counted: Map<string, Value>, kept: number, weightOf: (value: Value) => number): void {
  if (counted.size <= kept * 2) return
  const heaviest = [...counted].sort(([, one], [, other]) => weightOf(other) - weightOf(one)).slice(0, kept)
  counted.clear()
  for (const [key, value] of heaviest) counted.set(key, value)
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, '')
