import { Button, Modal, Spin } from 'antd'
import { BusyButton } from '../../components/BusyButton.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { Failure } from '../../components/import/Failure.tsx'
import styles from '../../components/import/Import.module.css'
import { strings } from '../../strings.ts'
import { ColumnMapping } from './ColumnMapping.tsx'
import { ProductReport } from './ProductReport.tsx'
import { useProductImport } from './use-product-import.ts'

const words = strings.products.transfer

/** From a file to its products: choose, say what its columns are, look at what would come in, import, read what did. */
export function ProductImportDialog({ onClose }: { onClose: () => void }) {
  const { stage, choose, readAs, apply, startOver } = useProductImport()
  const isOpenToChange = stage.stage === 'previewed' || stage.stage === 'unclear'
  const hasReport = stage.stage === 'previewed' || stage.stage === 'importing' || stage.stage === 'imported'

  const footer = (
    <div className={styles.footer}>
      <span className={styles.gap} />
      {(isOpenToChange || stage.stage === 'failed') && (
        <Button onClick={startOver}>{strings.import.otherFile}</Button>
      )}
      {(stage.stage === 'previewed' || stage.stage === 'importing') && (
        <BusyButton
          type="primary"
          isBusy={stage.stage === 'importing'}
          disabled={
            (stage.stage === 'previewed' && stage.isReading) ||
            stage.report.added + stage.report.changed === 0
          }
          onClick={() => void apply()}
        >
          {words.apply(stage.report.added, stage.report.changed)}
        </BusyButton>
      )}
      {stage.stage === 'imported' && (
        <Button type="primary" onClick={onClose}>
          {strings.import.close}
        </Button>
      )}
    </div>
  )

  return (
    <Modal
      open
      className={styles.dialog}
      width={860}
      title={words.importTitle}
      footer={stage.stage === 'choosing' || stage.stage === 'reading' ? null : footer}
      mask={{ closable: stage.stage === 'choosing' }}
      onCancel={onClose}
    >
      <div className={styles.stage}>
        {stage.stage === 'choosing' && (
          <FileDrop
            label={words.chooseFile}
            title={words.drop}
            formats={words.productFormats}
            accept=".csv,.txt,.tsv,.xlsx"
            onFile={(file) => void choose(file)}
          />
        )}
        {stage.stage === 'reading' && (
          <Spin className={styles.spin} description={words.reading(stage.fileName)} />
        )}
        {stage.stage === 'failed' && <Failure title={words.failed(stage.fileName)} failure={stage.failure} />}
        {stage.stage === 'unclear' && <Failure title={words.unclear} failure={stage.failure} />}
        {isOpenToChange && (
          <ColumnMapping
            table={stage.stage === 'previewed' ? stage.report.table : stage.table}
            options={stage.options}
            isReading={stage.isReading}
            onChange={(changed) => void readAs(changed)}
          />
        )}
        {hasReport && <ProductReport report={stage.report} isDone={stage.stage === 'imported'} />}
      </div>
    </Modal>
  )
}
