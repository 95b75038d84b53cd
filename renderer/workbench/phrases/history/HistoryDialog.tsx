import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Modal, Segmented } from 'antd'
import { useState } from 'react'
import type { Phrase } from '../../../../shared/model/phrase.ts'
import type { PhraseRevision } from '../../../../shared/model/phrase-revision.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import choices from '../../components/ChoiceList.module.css'
import { DiffText } from '../../components/DiffText.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { KEYS } from '../../data/queries.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { useOfferUndo } from '../../data/use-offer-undo.ts'
import { momentWords } from '../../settings/backup/moments.ts'
import { historyStrings as words } from '../../strings/history.ts'
import { changesBetween } from './draft-changes.ts'
import styles from './History.module.css'

interface HistoryDialogProps {
  phraseId: string
  title: string
  leave: (goOn: () => void) => void
  onClose: () => void
  onRestored: () => void
}

/** The versions of a phrase, what differs between them, and the way back to one. */
export function HistoryDialog({ phraseId, title, leave, onClose, onRestored }: HistoryDialogProps) {
  const notice = useNotice()
  const offerUndo = useOfferUndo()
  const [chosen, setChosen] = useState<number | null>(null)
  const { data, error } = useQuery({
    queryKey: [KEYS.phrases, 'revisions', phraseId],
    queryFn: async () => ({
      phrase: await rpc.phrases.get.query(phraseId),
      revisions: await rpc.revisions.list.query(phraseId),
    }),
    gcTime: 0,
  })
  const revision = data?.revisions.find((one) => one.revision === chosen) ?? data?.revisions[0] ?? null
  const restore = useMutation({
    mutationFn: (one: PhraseRevision) => rpc.revisions.restore.mutate({ phraseId, revision: one.revision }),
    async onSuccess(_, one) {
      onRestored()
      await offerUndo(words.restored(momentOf(one)))
    },
    onError: notice.failed,
  })
  return (
    <Modal
      open
      width="min(60rem, 92vw)"
      title={words.title(title)}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {words.close}
        </Button>,
        <BusyButton
          key="restore"
          type="primary"
          disabled={!revision}
          isBusy={restore.isPending}
          onClick={() => revision && leave(() => restore.mutate(revision))}
        >
          {words.restore}
        </BusyButton>,
      ]}
    >
      {error && <Alert type="error" showIcon title={messageOf(error)} />}
      {data && !revision && <EmptyState title={words.none}>{words.noneAdvice}</EmptyState>}
      {data && revision && (
        <div className={styles.history}>
          <ol className={`${choices.list} ${styles.versions}`} aria-label={words.versions}>
            {data.revisions.map((one) => (
              <li key={one.revision}>
                <button
                  type="button"
                  aria-current={one === revision ? 'true' : undefined}
                  onClick={() => setChosen(one.revision)}
                >
                  <span>{momentOf(one)}</span>
                  <small>{words.replacedAt(momentWords(one.replacedAt))}</small>
                </button>
              </li>
            ))}
          </ol>
          <Comparison revision={revision} revisions={data.revisions} phrase={data.phrase} />
        </div>
      )}
    </Modal>
  )
}

interface ComparisonProps {
  revision: PhraseRevision
  revisions: readonly PhraseRevision[]
  phrase: Phrase
}

function Comparison({ revision, revisions, phrase }: ComparisonProps) {
  const [against, setAgainst] = useState<'now' | 'next'>('now')
  const next = revisions[revisions.indexOf(revision) - 1]?.draft ?? phrase
  const changes = changesBetween(revision.draft, against === 'now' ? phrase : next)
  return (
    <section className={styles.comparison}>
      <Segmented
        aria-label={words.compareWith}
        options={[
          { value: 'now', label: words.withNow },
          { value: 'next', label: words.withNext },
        ]}
        value={against}
        onChange={setAgainst}
      />
      <p className={styles.legend}>
        <del>{words.removed}</del>
        <ins>{words.added}</ins>
      </p>
      {changes.length === 0 && <p className={styles.same}>{words.same}</p>}
      <dl className={styles.changes}>
        {changes.map(({ label, parts }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <DiffText parts={parts} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function momentOf({ writtenAt }: PhraseRevision): string {
  return writtenAt === null ? words.first : momentWords(writtenAt)
}
