import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Form, Modal, Radio, Segmented } from 'antd'
import { useState } from 'react'
import {
  EXPORT_ENCODINGS,
  EXPORT_FORMATS,
  type ExportEncoding,
  type ExportFormat,
  type ExportLoss,
  type PhraseExportOptions,
  type PhraseExportReport,
} from '../../../../shared/model/phrase-export.ts'
import type { PhraseQuery } from '../../../../shared/model/phrase-listing.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import dialog from '../../components/import/Import.module.css'
import { RowList } from '../../components/import/RowList.tsx'
import { KEYS } from '../../data/queries.ts'
import { saveBytes } from '../../data/save-as-file.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { exportStrings as words } from '../../strings/export.ts'
import { isNarrowed, NO_FILTER } from '../view.ts'
import styles from './Export.module.css'

/** The order in which they are offered: what people want most first. */
const FORMATS = EXPORT_FORMATS.toReversed()

/** Asks which phrases and how, says what the file will not hold, and saves it. */
export function ExportDialog({ shown, onClose }: { shown: PhraseQuery; onClose: () => void }) {
  const notice = useNotice()
  const isPart = isNarrowed(shown.filter) || shown.filter.text !== ''
  const [which, setWhich] = useState<'shown' | 'all'>(isPart ? 'shown' : 'all')
  const [format, setFormat] = useState<ExportFormat>('workbook')
  const [encoding, setEncoding] = useState<ExportEncoding>('utf-8-bom')
  const query = which === 'shown' ? shown : { filter: NO_FILTER, sort: shown.sort }
  const asked: PhraseExportOptions = { choice: { kind: 'all', query, except: [] }, format, encoding }
  const preview = useQuery({
    queryKey: [KEYS.phrases, 'export', asked],
    queryFn: () => rpc.exports.preview.query(asked),
    placeholderData: keepPreviousData,
  })
  const save = useMutation({
    mutationFn: () => rpc.exports.write.mutate(asked),
    onSuccess({ fileName, content }) {
      saveBytes(fileName, content, 'application/octet-stream')
      notice.done(words.saved(fileName))
      onClose()
    },
  })
  const error = preview.error ?? save.error
  return (
    <Modal
      open
      width={640}
      className={dialog.dialog ?? ''}
      title={words.title}
      okText={words.save}
      okButtonProps={{ disabled: !preview.data || preview.data.written === 0 }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        {isPart && (
          <Form.Item label={words.which}>
            <Radio.Group
              aria-label={words.which}
              value={which}
              onChange={(event) => setWhich(event.target.value)}
              options={[
                { value: 'shown', label: words.shown },
                { value: 'all', label: words.all },
              ]}
            />
          </Form.Item>
        )}
        <Form.Item label={words.format}>
          <Radio.Group
            aria-label={words.format}
            className={styles.formats}
            value={format}
            onChange={(event) => setFormat(event.target.value)}
          >
            {FORMATS.map((one) => (
              <Radio key={one} value={one}>
                {words.formats[one].name}
                <span className={styles.about}>{words.formats[one].about}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        {format !== 'workbook' && (
          <Form.Item label={words.encoding}>
            <Segmented
              aria-label={words.encoding}
              value={encoding}
              onChange={setEncoding}
              options={EXPORT_ENCODINGS.map((value) => ({ value, label: words.encodings[value] }))}
            />
          </Form.Item>
        )}
      </Form>
      {preview.data && <Prospect report={preview.data} />}
      {error && <Alert type="error" showIcon title={messageOf(error)} />}
    </Modal>
  )
}

/** What the file will hold, and what not. */
function Prospect({ report: { written, losses, lossCount } }: { report: PhraseExportReport }) {
  return (
    <div aria-live="polite">
      <p>
        {words.written(written)}
        {lossCount === 0 && `，${words.whole}`}
      </p>
      <RowList<ExportLoss>
        title={words.losses}
        heads={words.lossHeads}
        rows={losses}
        count={lossCount}
        cellsOf={({ title, what, isLeftOut }) => [title, isLeftOut ? `${words.leftOut}${what}` : what]}
        isOpen
      />
    </div>
  )
}
