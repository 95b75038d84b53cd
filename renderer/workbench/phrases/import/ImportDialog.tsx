import { Alert, Button, Modal, Spin } from 'antd'
import { FileDrop } from '../../components/FileDrop.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { strings } from '../../strings.ts'
import styles from './Import.module.css'
import { ImportReportView } from './ImportReportView.tsx'
import { reportAsText } from './report-text.ts'
import { useImport } from './use-import.ts'

interface ImportDialogProps {
  /** A file that was dropped on the page; null to ask for one. */
  dropped: File | null
  onClose: () => void
}

/** From a file to its phrases: choose, look at what would come in, import, read what did. */
export function ImportDialog({ dropped, onClose }: ImportDialogProps) {
  const { stage, choose, apply, startOver } = useImport(dropped)
  const notice = useNotice()
  const hasReport = stage.stage === 'previewed' || stage.stage === 'importing' || stage.stage === 'imported'
  const isDone = stage.stage === 'imported'

  const footer = (
    <div className={styles.footer}>
      {hasReport && (
        <Button onClick={() => void notice.copy(reportAsText(stage.report, isDone), strings.import.report)}>
          {strings.import.copyReport}
        </Button>
      )}
      <span className={styles.gap} />
      {(stage.stage === 'previewed' || stage.stage === 'failed') && (
        <Button onClick={startOver}>{strings.import.otherFile}</Button>
      )}
      {(stage.stage === 'previewed' || stage.stage === 'importing') && (
        <Button
          type="primary"
          loading={stage.stage === 'importing'}
          disabled={stage.report.added === 0}
          onClick={() => void apply()}
        >
          {strings.import.apply(stage.report.added)}
        </Button>
      )}
      {isDone && (
        <Button type="primary" onClick={onClose}>
          {strings.import.close}
        </Button>
      )}
    </div>
  )

  return (
    <Modal
      open
      width={680}
      title={strings.import.title}
      footer={footer}
      mask={{ closable: stage.stage === 'choosing' }}
      onCancel={onClose}
    >
      <div className={styles.stage}>
        {stage.stage === 'choosing' && (
          <FileDrop
            label={strings.import.choose}
            title={strings.import.drop}
            formats={strings.import.formats}
            accept=".csv,.txt,text/csv"
            onFile={(file) => void choose(file)}
          />
        )}
        {stage.stage === 'reading' && (
          <Spin className={styles.spin} description={strings.import.reading(stage.fileName)} />
        )}
        {stage.stage === 'failed' && (
          <Alert
            type="error"
            showIcon
            title={strings.import.failed(stage.fileName)}
            description={
              <>
                <p>{stage.failure.reason}</p>
                <p className={styles.advice}>{stage.failure.advice}</p>
              </>
            }
          />
        )}
        {hasReport && <ImportReportView report={stage.report} isDone={isDone} />}
      </div>
    </Modal>
  )
}
