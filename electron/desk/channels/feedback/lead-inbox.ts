import type { ChannelInbox } from '../../../../shared/model/channel.ts'
import type { Phrase } from '../../../../shared/model/phrase.ts'
import { DeskError } from '../../desk-error.ts'
import type { ChannelParts } from '../channel-parts.ts'
import type { GatheredProposal } from './gathering.ts'
import type { Proposals } from './proposals.ts'
import { type ReadInbox, readInbox } from './read-inbox.ts'

/** Thousands of files are not read again after each key that answers a proposal. */
const GOOD_AFTER_ANSWER_MS = 60_000

interface Reading {
  at: number
  /** One for all who ask meanwhile. */
  inbox: Promise<ReadInbox>
  /** What was asked for since the last look is what it says, less what was answered. */
  wasAnswered: boolean
}

/** What agents have sent, for whoever keeps the library. */
export function createLeadInbox(
  { team, book, stores, signal, clockwork, recordOf, isPublisher, createPhrase }: ChannelParts,
  proposals: Proposals,
) {
  /** As it was read last, by library. */
  const readings = new Map<string, Reading>()

  function readAnew(libraryId: string): Reading {
    if (!isPublisher(libraryId)) throw new DeskError('channel-refused', '只有发布者能看收到的反馈')
    const inbox = stores
      .of(recordOf(libraryId))
      .then((store) => readInbox(store, { libraryId, answered: proposals.answered(libraryId), signal }))
    const reading = { at: clockwork.now(), inbox, wasAnswered: false }
    readings.set(libraryId, reading)
    inbox.catch(() => readings.get(libraryId) === reading && readings.delete(libraryId))
    return reading
  }

  function readingFor(libraryId: string): Reading {
    const known = readings.get(libraryId)
    if (!known?.wasAnswered || clockwork.now() - known.at > GOOD_AFTER_ANSWER_MS) return readAnew(libraryId)
    known.wasAnswered = false
    return known
  }

  async function findProposal(libraryId: string, proposalId: string): Promise<GatheredProposal> {
    const { gathered } = await (readings.get(libraryId) ?? readAnew(libraryId)).inbox
    const found = gathered.proposals().find(({ ids }) => ids.includes(proposalId))
    if (!found || proposals.answered(libraryId).has(proposalId))
      throw new DeskError('not-found', '这条建议已经处理过，或被提出的人收回了')
    return found
  }

  /** With all that say the same: they would be asked again one by one. */
  function answer(libraryId: string, { ids }: GatheredProposal): void {
    for (const id of ids) proposals.answer(libraryId, id)
    const reading = readings.get(libraryId)
    if (reading) reading.wasAnswered = true
  }

  return {
    async inbox(libraryId: string): Promise<ChannelInbox> {
      const { gathered, unreadable, leftOut } = await readingFor(libraryId).inbox
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
      return { ...gathered.sum({ phrases, answered: proposals.answered(libraryId) }), unreadable, leftOut }
    },

    /** Makes a proposal a phrase of the library, to be published with the next release. */
    async takeProposal(libraryId: string, proposalId: string): Promise<Phrase> {
      const found = await findProposal(libraryId, proposalId)
      const { title, body } = found.proposal
      const phrase = createPhrase({ title, body, groupId: team.find(libraryId)?.rootGroups[0] ?? null })
      answer(libraryId, found)
      return phrase
    },

    async dismissProposal(libraryId: string, proposalId: string): Promise<void> {
      answer(libraryId, await findProposal(libraryId, proposalId))
    },
  }
}
