import type { ChannelFeedback, ChannelInbox } from '../../../../shared/model/channel.ts'
import type { Phrase } from '../../../../shared/model/phrase.ts'
import { DeskError } from '../../desk-error.ts'
import type { ChannelParts } from '../channel-parts.ts'
import type { Proposal, Proposals } from './proposals.ts'
import { readInbox, sumUp } from './read-inbox.ts'

/** What agents have sent, for whoever keeps the library. */
export function createLeadInbox(
  { team, book, stores, signal, recordOf, isPublisher, createPhrase }: ChannelParts,
  proposals: Proposals,
) {
  /** As it was read last, by library. */
  const read = new Map<string, { feedback: ChannelFeedback[]; unreadable: number }>()

  async function readAnew(libraryId: string) {
    if (!isPublisher(libraryId)) throw new DeskError('channel-refused', '只有发布者能看收到的反馈')
    const store = await stores.of(recordOf(libraryId))
    const found = await readInbox(store, libraryId, signal)
    read.set(libraryId, found)
    return found
  }

  async function findProposal(libraryId: string, proposalId: string): Promise<Proposal> {
    const { feedback } = read.get(libraryId) ?? (await readAnew(libraryId))
    const proposal = feedback.flatMap((one) => one.proposals).find(({ id }) => id === proposalId)
    if (!proposal || proposals.answered(libraryId).has(proposalId))
      throw new DeskError('not-found', '这条建议已经处理过，或被提出的人收回了')
    return proposal
  }

  /** With all that say the same: they would be asked again one by one. */
  function answer(libraryId: string, { id, body }: Pick<Proposal, 'id' | 'body'>): void {
    proposals.answer(libraryId, id)
    for (const twin of (read.get(libraryId)?.feedback ?? []).flatMap((one) => one.proposals))
      if (isSameText(twin.body, body)) proposals.answer(libraryId, twin.id)
  }

  return {
    async inbox(libraryId: string): Promise<ChannelInbox> {
      const found = await readAnew(libraryId)
      const entries = team.entries(libraryId, 'phrase')
      const titles = new Map(
        book.pick(entries.map(({ localId }) => localId)).map(({ id, title }) => [id, title]),
      )
      const phrases = new Map(
        entries.flatMap(({ entryId, localId }) => {
          const title = titles.get(localId)
          return title === undefined ? [] : [[entryId, { phraseId: localId, title }] as const]
        }),
      )
      return sumUp(found, { phrases, answered: proposals.answered(libraryId) })
    },

    /** Makes a proposal a phrase of the library, to be published with the next release. */
    async takeProposal(libraryId: string, proposalId: string): Promise<Phrase> {
      const proposal = await findProposal(libraryId, proposalId)
      const { title, body } = proposal
      const phrase = createPhrase({ title, body, groupId: team.find(libraryId)?.rootGroups[0] ?? null })
      answer(libraryId, proposal)
      return phrase
    },

    async dismissProposal(libraryId: string, proposalId: string): Promise<void> {
      answer(libraryId, await findProposal(libraryId, proposalId))
    },
  }
}

const isSameText = (one: string, other: string): boolean =>
  one.replace(/\s+/g, '') === other.replace(/\s+/g, '')
