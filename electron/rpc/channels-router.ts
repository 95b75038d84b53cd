import { z } from 'zod'
import { ChannelAddress } from '../../shared/model/channel.ts'
import { ImageHash } from '../../shared/model/image.ts'
import { EntryId } from '../../shared/model/pack.ts'
import { Day } from '../../shared/model/phrase.ts'
import { PackDecisions } from '../../shared/model/team.ts'
import { Id } from './inputs.ts'
import { procedure, router } from './trpc.ts'

const Place = z.object({
  address: ChannelAddress,
  /** Password or secret key; null for the one that is kept, or none. */
  secret: z.string().min(1).max(500).nullable().default(null),
})

const OfLibrary = z.object({ libraryId: EntryId })

const Notes = z.object({
  message: z.string().trim().min(1).max(500).nullable().default(null),
  mustUpdateBy: Day.nullable().default(null),
  /** Of the subscribers, in percent, who get it at first. */
  share: z.int().min(0).max(100).default(100),
})

const Version = z.int().min(1).max(1_000_000_000)

const Proposal = OfLibrary.extend({ proposalId: EntryId })

/** Ways by which a team's libraries come and go by themselves; see `electron/desk/channels`. */
export const channelsRouter = router({
  list: procedure.query(({ ctx }) => ctx.desk.channels.list()),
  /** What stands at an address. */
  meet: procedure.input(Place).mutation(({ ctx, input }) => ctx.desk.channels.meet(input)),
  /** `trusted`: the fingerprint that the person agreed to, at the first meeting. */
  subscribe: procedure
    .input(Place.extend({ trusted: z.string().max(40).nullable().default(null) }))
    .mutation(({ ctx, input }) => ctx.desk.channels.subscribe(input)),
  /** Gives a library that is here its channel: to publish to, or to get it from. */
  attach: procedure
    .input(Place.extend(OfLibrary.shape))
    .mutation(({ ctx, input: { libraryId, ...place } }) => ctx.desk.channels.attach(libraryId, place)),
  detach: procedure.input(OfLibrary).mutation(({ ctx, input }) => ctx.desk.channels.detach(input.libraryId)),
  check: procedure.input(OfLibrary).mutation(({ ctx, input }) => ctx.desk.channels.check(input.libraryId)),
  preview: procedure
    .input(OfLibrary)
    .mutation(({ ctx, input }) => ctx.desk.channels.preview(input.libraryId)),
  /** Brings in what `preview` showed. `seen`: its manifest; another is refused. */
  add: procedure
    .input(OfLibrary.extend({ seen: ImageHash, decisions: PackDecisions.default({}) }))
    .mutation(({ ctx, input: { libraryId, decisions, seen } }) =>
      ctx.desk.channels.apply(libraryId, decisions, seen),
    ),
  publish: procedure
    .input(Notes.extend(OfLibrary.shape))
    .mutation(({ ctx, input: { libraryId, ...notes } }) => ctx.desk.channels.publish(libraryId, notes)),
  setShare: procedure
    .input(OfLibrary.extend({ version: Version, share: z.int().min(0).max(100) }))
    .mutation(({ ctx, input }) => ctx.desk.channels.setShare(input.libraryId, input.version, input.share)),
  /** Publishes what an earlier version said as a new one. */
  rollBack: procedure
    .input(Notes.extend({ ...OfLibrary.shape, version: Version }))
    .mutation(({ ctx, input: { libraryId, version, ...notes } }) =>
      ctx.desk.channels.rollBack(libraryId, version, notes),
    ),
  configure: procedure
    .input(OfLibrary.extend({ isAutomatic: z.boolean(), sendsFeedback: z.boolean() }))
    .mutation(({ ctx, input: { libraryId, ...choices } }) => ctx.desk.channels.configure(libraryId, choices)),
  /** Sends a phrase of one's own to whoever keeps the library. */
  propose: procedure
    .input(OfLibrary.extend({ phraseId: Id, note: z.string().trim().max(200).default('') }))
    .mutation(({ ctx, input }) => ctx.desk.channels.propose(input.libraryId, input.phraseId, input.note)),
  inbox: procedure.input(OfLibrary).query(({ ctx, input }) => ctx.desk.channels.inbox(input.libraryId)),
  takeProposal: procedure
    .input(Proposal)
    .mutation(({ ctx, input }) => ctx.desk.channels.takeProposal(input.libraryId, input.proposalId)),
  dismissProposal: procedure
    .input(Proposal)
    .mutation(({ ctx, input }) => ctx.desk.channels.dismissProposal(input.libraryId, input.proposalId)),
})
