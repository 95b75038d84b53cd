import { Button, Modal } from 'antd'
import type { PhraseTable } from '../../../../shared/model/phrase-transfer.ts'
import { rpc } from '../../../client/index.ts'
import { formatRoute } from '../../app/route.ts'
import { Failure } from '../../components/import/Failure.tsx'
import dialog from '../../components/import/Import.module.css'
import { saveAsFile } from '../../data/save-as-file.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { importStrings } from '../../strings/import.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { ImportReading } from './ImportReading.tsx'
import { ImportReportView } from './ImportReportView.tsx'
import type { OpenImport } from './import-stage.ts'
import { useImport } from './use-import.ts'

interface ImportDialogProps {
  /** A file that was dropped on the page; null to ask for one. */
  dropped: File | null
  onClose: () => void
}

const words = importStrings.phrases
const PRODUCTS = formatRoute({ page: 'products', view: 'overview' })

/** From a file to its phrases: choose, say what its columns are, look at what would come in, import, read what did. */
export function ImportDialog({ dropped, onClose }: ImportDialogProps) {
  const { stage, progress, choose, readAs, add, stop, startOver } = useImport(dropped)
  const notice = useNotice()
  const isOpenToChange = stage.stage === 'looked' || stage.stage === 'unclear'
  const isReading = isOpenToChange && stage.isReading
  const isBusy = stage.stage === 'adding'

  const importAll = async () => {
    if ((await add()) === 'cancelled') notice.done(words.cancelled)
  }
  const saveReport = (open: OpenImport, fileName: string) => {
    rpc.imports.report
      .query(open.id)
      .then((csv) => saveAsFile(words.reportName(fileName), csv, 'text/csv;charset=utf-8'), notice.failed)
  }
  const undo = (step: number) => {
    rpc.undo.undo.mutate({ step }).then(({ done }) => {
      notice.done(words.undone(done.label))
      onClose()
    }, notice.failed)
  }

  const footer = (
    <div className={dialog.footer}>
      {(stage.stage === 'looked' || stage.stage === 'added') && (
        <Button onClick={() => saveReport(stage.open, stage.report.fileName)}>{words.saveReport}</Button>
      )}
      <span className={dialog.gap} />
      {(isOpenToChange || stage.stage === 'failed') && (
        <Button onClick={startOver}>{importStrings.otherFile}</Button>
      )}
      {stage.stage === 'looked' && (
        <Button
          type="primary"
          disabled={stage.isReading || stage.report.added + stage.report.changed === 0}
          onClick={() => void importAll()}
        >
          {words.apply(stage.report.added, stage.report.changed)}
        </Button>
      )}
      {stage.stage === 'adding' && (
        <Button disabled={stage.isStopping} onClick={stop}>
          {stage.isStopping ? words.cancelling : words.cancel}
        </Button>
      )}
      {stage.stage === 'added' && (
        <>
          {stage.report.undoStep !== null && (
            <Button onClick={() => undo(stage.report.undoStep ?? 0)}>{words.undo}</Button>
          )}
          <Button type="primary" onClick={onClose}>
            {importStrings.close}
          </Button>
        </>
      )}
    </div>
  )

  return (
    <Modal
      open
      className={dialog.dialog}
      width={920}
      title={words.title}
      footer={stage.stage === 'choosing' || stage.stage === 'reading' ? null : footer}
      mask={{ closable: stage.stage === 'choosing' }}
      keyboard={!isBusy}
      closable={!isBusy}
      onCancel={onClose}
    >
      <div className={dialog.stage}>
        {stage.stage === 'choosing' && <ChooseFile onFiles={(files) => void choose(files)} />}
        {stage.stage === 'reading' && (
          <ImportProgress progress={progress} before={words.sending(stage.fileName)} />
        )}
        {stage.stage === 'failed' && (
          <Failure
            title={words.failed(stage.fileName)}
            failure={stage.failure}
            action={
              (stage.belongsTo === 'products' || stage.belongsTo === 'stock') && (
                <Button href={PRODUCTS} onClick={onClose}>
                  {words.toProducts}
                </Button>
              )
            }
          />
        )}
        {stage.stage === 'unclear' && <Failure title={titleOf(stage.table)} failure={stage.failure} />}
        {isOpenToChange && (
          <ImportReading
            table={stage.stage === 'looked' ? stage.report.table : stage.table}
            rows={stage.stage === 'looked' ? stage.report.rowsRead : null}
            options={stage.open.options}
            isReading={isReading}
            isUnclear={stage.stage === 'unclear'}
            onChange={(changed) => void readAs(changed)}
          />
        )}
        {(stage.stage === 'looked' || stage.stage === 'added') && (
          <ImportReportView
            report={stage.report}
            options={stage.open.options}
            isDone={stage.stage === 'added'}
            onChange={(changed) => void readAs(changed)}
          />
        )}
        {isBusy && <ImportProgress progress={progress} before={words.backingUp} />}
      </div>
    </Modal>
  )
}

/** A table that could not be taken as it is: its columns have to be told, or they are known and nothing lies under them. */
function titleOf({ columns, fileName }: PhraseTable): string {
  return columns.some(({ use }) => use === 'body') ? words.failed(fileName) : words.unclear
}
