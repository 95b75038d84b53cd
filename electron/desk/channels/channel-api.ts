import type {
  ChannelAddress,
  ChannelInbox,
  ChannelMeeting,
  ChannelPublication,
  ChannelState,
} from '../../../shared/model/channel.ts'
import type { Phrase } from '../../../shared/model/phrase.ts'
import type { PackDecisions, PackOutcome, PackPreview } from '../../../shared/model/team.ts'

/** Where a channel is, and what opens it. */
export interface ChannelPlace {
  address: ChannelAddress
  /** Password or secret key; null for the one that is kept, or none. */
  secret: string | null
}

/** What a publisher says of a release in a channel. */
export interface ChannelNotes {
  message: string | null
  mustUpdateBy: string | null
  /** Of the subscribers, in percent, who get it at first. */
  share: number
}

/**
 * What a program can do with channels. Every method throws DeskError: `channel-refused` for what the channel or its
 * store does not allow, `channel-offline` when there is no answer, `channel-behind` when another machine has published
 * meanwhile, `not-found`, and what bringing in a pack throws.
 */
export interface ChannelDesk {
  list(): ChannelState[]
  meet(place: ChannelPlace): Promise<ChannelMeeting>
  subscribe(wanted: ChannelPlace & { trusted: string | null }): Promise<ChannelState>
  attach(libraryId: string, place: ChannelPlace): Promise<ChannelState>
  detach(libraryId: string): void
  /** Asks the store now; what there is to fetch is here when this returns. Its failures are in the state. */
  check(libraryId: string): Promise<ChannelState>
  preview(libraryId: string): Promise<PackPreview>
  /** @param seen the manifest that the preview showed: another is refused as `release-changed`; null for whatever is offered */
  apply(libraryId: string, decisions: PackDecisions, seen?: string | null): Promise<PackOutcome>
  publish(libraryId: string, notes: ChannelNotes): Promise<ChannelPublication>
  setShare(libraryId: string, version: number, share: number): Promise<ChannelState>
  rollBack(libraryId: string, version: number, notes: ChannelNotes): Promise<ChannelPublication>
  configure(libraryId: string, choices: { isAutomatic: boolean; sendsFeedback: boolean }): ChannelState
  /** Goes with the next feedback, whether or not the rest of it is sent. Refused when something in it may be a buyer's. */
  propose(libraryId: string, phraseId: string, note: string): Promise<void>
  inbox(libraryId: string): Promise<ChannelInbox>
  takeProposal(libraryId: string, proposalId: string): Promise<Phrase>
  dismissProposal(libraryId: string, proposalId: string): Promise<void>
}
