import type { ChannelFeedback } from '../../../../shared/model/channel.ts'
import type { Phrase } from '../../../../shared/model/phrase.ts'
import { type BuyerTraceKind, buyerTraceIn } from '../../../../shared/privacy/buyer-traces.ts'
import type { Database } from '../../database/open-database.ts'
import { DeskError } from '../../desk-error.ts'

const KEPT_AT_MOST = 50
const TITLE = 60
const BODY = 5_000
const SHOWN_OF_TRACE = 12

const PARTS = { title: '标题', body: '正文', note: '留言' } as const

const TRACES: Record<BuyerTraceKind, string> = {
  contact: '电话、证件号或住址',
  health: '健康状况',
  pregnancy: '孕产情况',
  child: '孩子的情况',
  nickname: '昵称',
  mail: '邮箱',
  number: '订单号、运单号或电话',
  place: '住址',
}

export type Proposal = ChannelFeedback['proposals'][number]

export type Proposals = ReturnType<typeof createProposals>

/** Phrases that this machine proposes, and which of others' proposals were answered here. */
export function createProposals(
  database: Database,
  {
    now,
    newId,
    nicknames,
  }: {
    now: () => number
    newId: () => string
    /** Of the buyers who are known here. @throws DeskError `customers-locked` */
    nicknames: () => Promise<readonly string[]>
  },
) {
  const select = database.prepare<[string], Proposal>(`
    SELECT id, proposed_at AS proposedAt, title, body, note FROM channel_proposals
    WHERE library_id = ? ORDER BY proposed_at DESC, id DESC LIMIT ${KEPT_AT_MOST}`)
  const insert = database.prepare(`
    INSERT INTO channel_proposals (id, library_id, proposed_at, title, body, note)
    VALUES (:id, :libraryId, :proposedAt, :title, :body, :note)`)
  const prune = database.prepare(`
    DELETE FROM channel_proposals WHERE library_id = :libraryId AND id NOT IN
      (SELECT id FROM channel_proposals WHERE library_id = :libraryId
       ORDER BY proposed_at DESC, id DESC LIMIT ${KEPT_AT_MOST})`)
  const answered = database
    .prepare<[string], string>('SELECT proposal_id FROM channel_answers WHERE library_id = ?')
    .pluck()
  const answer = database.prepare(
    'INSERT OR IGNORE INTO channel_answers (library_id, proposal_id) VALUES (?, ?)',
  )

  const write = database.transaction((proposal: Proposal & { libraryId: string }) => {
    insert.run(proposal)
    prune.run({ libraryId: proposal.libraryId })
  })

  return {
    list: (libraryId: string): Proposal[] => select.all(libraryId),

    /**
     * @throws DeskError `channel-refused` when it is too long, or may have something of a buyer in it; `customers-locked`
     *   when nobody can tell
     */
    async propose(libraryId: string, { title, body }: Phrase, note: string): Promise<void> {
      if (title.length > TITLE || body.length > BODY)
        throw new DeskError('channel-refused', `建议的话术太长：标题最多 ${TITLE} 字，正文最多 ${BODY} 字`)
      refuseBuyers({ title, body, note }, await nicknames())
      write({ id: newId(), libraryId, proposedAt: now(), title, body, note })
    },

    answered: (libraryId: string): ReadonlySet<string> => new Set(answered.all(libraryId)),

    /** It is not shown again. */
    answer(libraryId: string, proposalId: string): void {
      answer.run(libraryId, proposalId)
    },
  }
}

/** A proposal goes to others: nothing in it may be a buyer's. Says where it is, so that it can be taken out. */
function refuseBuyers(said: Record<keyof typeof PARTS, string>, nicknames: readonly string[]): void {
  for (const part of ['title', 'body', 'note'] as const) {
    const trace = buyerTraceIn(said[part], nicknames)
    if (trace)
      throw new DeskError(
        'channel-refused',
        `没有提交：${PARTS[part]}里像是有买家的资料（${TRACES[trace.kind]}“${trace.text.slice(0, SHOWN_OF_TRACE)}”）。请改掉再提`,
      )
  }
}
