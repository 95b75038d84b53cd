import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, InputNumber, Modal, Segmented } from 'antd'
import { useState } from 'react'
import type { PhraseQuery } from '../../../../shared/model/phrase-listing.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { KEYS } from '../../data/queries.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { useOfferUndo } from '../../data/use-offer-undo.ts'
import { unusedStrings as words } from '../../strings/unused.ts'
import { IN_PLACE, NO_FILTER, useView } from '../view.ts'
import styles from './Unused.module.css'

const USUAL_DAYS: readonly number[] = [30, 60, 90, 180]
const MOST_DAYS = 3650

/** How many phrases nobody has used for so long, and what to do with them: look through them, or archive them all. */
export default function UnusedDialog({ onClose }: { onClose: () => void }) {
  const notice = useNotice()
  const offerUndo = useOfferUndo()
  const [days, setDays] = useState(90)
  const query: PhraseQuery = { filter: { ...NO_FILTER, use: { kind: 'idle', days } }, sort: IN_PLACE }
  const { data, error } = useQuery({
    queryKey: [KEYS.phrases, 'unused', days],
    queryFn: async () => (await rpc.phrases.rows.query({ query, offset: 0, limit: 1 })).total,
  })
  const archive = useMutation({
    mutationFn: () =>
      rpc.phrases.change.mutate({
        choice: { kind: 'all', query, except: [] },
        change: { kind: 'archive', archived: true },
      }),
    async onSuccess(count) {
      onClose()
      await offerUndo(words.archived(count))
    },
    onError: notice.failed,
  })
  const look = () => {
    useView.setState({ filter: query.filter })
    onClose()
  }
  const count = data ?? 0

  return (
    <Modal
      open
      width={520}
      title={words.title}
      onCancel={onClose}
      footer={[
        <Button key="look" disabled={count === 0} onClick={look}>
          {words.look}
        </Button>,
        <BusyButton
          key="archive"
          type="primary"
          disabled={count === 0}
          isBusy={archive.isPending}
          onClick={() => archive.mutate()}
        >
          {words.archive(count)}
        </BusyButton>,
      ]}
    >
      <p className={styles.hint}>{words.explanation}</p>
      <div className={styles.days}>
        <Segmented
          aria-label={words.since}
          options={USUAL_DAYS.map((value) => ({ value, label: words.days(value) }))}
          value={days}
          onChange={setDays}
        />
        <InputNumber
          aria-label={words.other}
          min={1}
          max={MOST_DAYS}
          precision={0}
          suffix={words.unit}
          value={days}
          onChange={(value) => value !== null && setDays(value)}
        />
      </div>
      {error && <Alert type="error" showIcon title={messageOf(error)} />}
      <p className={styles.count} role="status">
        {data === undefined ? ' ' : count === 0 ? words.none : words.found(count)}
      </p>
    </Modal>
  )
}
