import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ChannelInbox } from '../../../../shared/model/channel.ts'
import { rpc } from '../../../client/index.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { channelStrings } from '../../strings/channels.ts'
import { shortMoment } from './channel-words.ts'
import styles from './Inbox.module.css'
import { inboxKey } from './use-channels.ts'

const { inbox: words } = channelStrings

type Proposal = ChannelInbox['proposals'][number]

interface ProposalListProps {
  proposals: readonly Proposal[]
  libraryId: string
}

/** Proposed phrases, one key each: Enter takes the one that has the focus, Delete does not. */
export function ProposalList({ proposals, libraryId }: ProposalListProps) {
  const notice = useNotice()
  const client = useQueryClient()
  const list = useRef<HTMLUListElement>(null)
  /** The one answered goes; the next, else the one before, gets the focus. */
  const moveOn = (from: Proposal) => {
    const at = proposals.findIndex(({ id }) => id === from.id)
    focusAt(at + 1 < proposals.length ? at + 1 : at - 1)
    // Others that say the same are answered with it.
    void client.invalidateQueries({ queryKey: inboxKey(libraryId) })
  }
  const take = useMutation({
    mutationFn: ({ id: proposalId }: Proposal) => rpc.channels.takeProposal.mutate({ libraryId, proposalId }),
    onSuccess(phrase, proposal) {
      moveOn(proposal)
      notice.done(words.taken(phrase.title))
    },
    onError: notice.failed,
  })
  const dismiss = useMutation({
    mutationFn: ({ id: proposalId }: Proposal) =>
      rpc.channels.dismissProposal.mutate({ libraryId, proposalId }),
    onSuccess(_, proposal) {
      moveOn(proposal)
      notice.done(words.dismissed(proposal.title))
    },
    onError: notice.failed,
  })
  // Opened by keyboard, the first is a key away from its answer.
  useEffect(() => focusOn(list.current?.children[0]), [])
  const isBusy = take.isPending || dismiss.isPending

  function focusAt(at: number): void {
    focusOn(list.current?.children[at])
  }

  const onKeyDown = (event: KeyboardEvent, proposal: Proposal) => {
    // On a button of the row, its own keys hold.
    if (event.target !== event.currentTarget || isBusy) return
    const at = proposals.indexOf(proposal)
    if (event.key === 'ArrowDown') focusAt(Math.min(at + 1, proposals.length - 1))
    else if (event.key === 'ArrowUp') focusAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter') take.mutate(proposal)
    else if (event.key === 'Delete') dismiss.mutate(proposal)
    else return
    event.preventDefault()
  }

  return (
    <>
      <p className={styles.hint}>{words.keys}</p>
      <ul ref={list} className={styles.proposals}>
        {proposals.map((proposal) => (
          // biome-ignore-start lint/a11y/noNoninteractiveElementInteractions: the row's keys are its buttons' in short
          // biome-ignore-start lint/a11y/noNoninteractiveTabindex: the row's keys are its buttons' in short
          <li
            key={proposal.id}
            tabIndex={0}
            aria-label={proposal.title}
            onKeyDown={(event) => onKeyDown(event, proposal)}
          >
            <div className={styles.head}>
              <strong>{proposal.title}</strong>
              <span className={styles.howMuch}>{shortMoment(proposal.proposedAt, Date.now())}</span>
            </div>
            <p className={styles.body}>{proposal.body}</p>
            {proposal.note && <p className={styles.hint}>{words.note(proposal.note)}</p>}
            <div className={styles.answers}>
              <Button size="small" disabled={isBusy} onClick={() => dismiss.mutate(proposal)}>
                {words.dismiss}
              </Button>
              <Button size="small" type="primary" disabled={isBusy} onClick={() => take.mutate(proposal)}>
                {words.take}
              </Button>
            </div>
          </li>
          // biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above
          // biome-ignore-end lint/a11y/noNoninteractiveElementInteractions: see above
        ))}
      </ul>
    </>
  )
}

function focusOn(item: Element | undefined): void {
  if (item instanceof HTMLElement) item.focus()
}
