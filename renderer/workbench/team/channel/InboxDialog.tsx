import { Alert, Modal, Spin } from 'antd'
import type { ChannelInbox, ChannelState } from '../../../../shared/model/channel.ts'
import { messageOf } from '../../../client/index.ts'
import { channelStrings } from '../../strings/channels.ts'
import styles from './Inbox.module.css'
import { ProposalList } from './ProposalList.tsx'
import { useInbox } from './use-channels.ts'

const { inbox: words } = channelStrings

/** What agents' programs have sent: proposals to be taken or not, gaps of the library, what is used. */
export function InboxDialog({
  channel: { libraryId, libraryName },
  onClose,
}: {
  channel: ChannelState
  onClose: () => void
}) {
  const { data, error } = useInbox(libraryId)
  return (
    <Modal open width={760} title={words.title(libraryName)} footer={null} onCancel={onClose}>
      {error && <Alert type="error" showIcon title={messageOf(error)} />}
      {!data && !error && (
        <div className={styles.waiting}>
          <Spin />
        </div>
      )}
      {data && <Inbox inbox={data} libraryId={libraryId} />}
    </Modal>
  )
}

function Inbox({ inbox, libraryId }: { inbox: ChannelInbox; libraryId: string }) {
  const { subscribers, proposals, misses, uses, unreadable, leftOut } = inbox
  if (subscribers.total + unreadable + leftOut === 0) {
    return (
      <div className={styles.empty}>
        <h3>{words.empty}</h3>
        <p>{words.emptyAdvice}</p>
      </div>
    )
  }
  return (
    <div className={styles.inbox}>
      <p className={styles.hint}>
        {subscribers.byVersion.map(({ version, subscribers: count }) => (
          <span key={version}>{words.onVersion(version, count)}</span>
        ))}
      </p>
      <section aria-label={words.proposals}>
        <h3>{words.proposals}</h3>
        {proposals.length === 0 ? (
          <p className={styles.hint}>{words.noProposals}</p>
        ) : (
          <ProposalList proposals={proposals} libraryId={libraryId} />
        )}
      </section>
      <div className={styles.figures}>
        <Figures
          title={words.misses}
          none={words.noMisses}
          rows={misses.map(({ query, count, subscribers: people }) => ({
            key: query,
            what: query,
            howMuch: words.missed(count, people),
          }))}
        />
        <Figures
          title={words.uses}
          none={words.noUses}
          rows={uses.map(({ phraseId, title, uses: count }, at) => ({
            key: phraseId ?? `${title}-${at}`,
            what: phraseId === null ? `${title}（${words.gone}）` : title,
            howMuch: words.used(count),
          }))}
        />
      </div>
      <p className={styles.hint}>
        {words.private}
        {unreadable > 0 && words.unreadable(unreadable)}
        {leftOut > 0 && words.leftOut(leftOut)}
      </p>
    </div>
  )
}

interface FiguresProps {
  title: string
  none: string
  rows: readonly { key: string; what: string; howMuch: string }[]
}

function Figures({ title, none, rows }: FiguresProps) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className={styles.hint}>{none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard
        <ol className={styles.rows} tabIndex={0}>
          {rows.map(({ key, what, howMuch }) => (
            <li key={key}>
              <span className={styles.what} title={what}>
                {what}
              </span>
              <span className={styles.howMuch}>{howMuch}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
