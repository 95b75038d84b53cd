import type { ChannelFeedback } from '../../../../shared/model/channel.ts'
import type { Phrase } from '../../../../shared/model/phrase.ts'
import { sensitiveIn } from '../../../../shared/privacy/sensitive.ts'
import type { Database } from '../../database/open-database.ts'
import { DeskError } from '../../desk-error.ts'

const KEPT_AT_MOST = 50
const TITLE = 60
const BODY = 5_000

export type Proposal = ChannelFeedback['proposals'][number]

export type Proposals = ReturnType<typeof createProposals>

/** Phrases that this machine proposes, and which of others' proposals were answered here. */
export function createProposals(
  database: Database,
  { now, newId }: { now: () => number; newId: () => string },
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

  return {
    list: (libraryId: string): Proposal[] => select.all(libraryId),

    /** @throws DeskError `channel-refused` when it is too long, or speaks of a buyer */
    propose: database.transaction((libraryId: string, { title, body }: Phrase, note: string): void => {
      if (title.length > TITLE || body.length > BODY)
        throw new DeskError('channel-refused', `建议的话术太长：标题最多 ${TITLE} 字，正文最多 ${BODY} 字`)
      const [finding] = [title, body, note].flatMap(sensitiveIn)
      if (finding)
        throw new DeskError(
          'channel-refused',
          `没有发送建议：里面像是有买家的资料（${finding.text.slice(0, 12)}）。请先从话术或说明里去掉`,
        )
      insert.run({ id: newId(), libraryId, proposedAt: now(), title, body, note })
      prune.run({ libraryId })
    }),

    answered: (libraryId: string): ReadonlySet<string> => new Set(answered.all(libraryId)),

    /** It is not shown again. */
    answer(libraryId: string, proposalId: string): void {
      answer.run(libraryId, proposalId)
    },
  }
}
