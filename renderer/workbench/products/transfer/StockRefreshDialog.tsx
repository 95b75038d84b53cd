import { Button, Input, Modal, Spin } from 'antd'
import { type ClipboardEvent, useEffect, useRef } from 'react'
import type { StockChange, StockRefreshReport } from '../../../../shared/model/product-transfer.ts'
import { FileDrop } from '../../components/FileDrop.tsx'
import { Failure } from '../../components/import/Failure.tsx'
import styles from '../../components/import/Import.module.css'
import { Problems, RowList } from '../../components/import/RowList.tsx'
import { Numbers } from '../../components/Numbers.tsx'
import { strings } from '../../strings.ts'
import { useStockRefresh } from './use-stock-refresh.ts'

const words = strings.products.transfer

/** Stock changes hourly, so this is one step: a file, or a paste, and the report of what it changed. */
export function StockRefreshDialog({ onClose }: { onClose: () => void }) {
  const { stage, choose, paste, undo, startOver } = useStockRefresh(onClose)
  const undoId = stage.stage === 'refreshed' ? stage.report.undo : null
  return (
    <Modal
      open
      className={styles.dialog}
      width={680}
      title={words.stockTitle}
      onCancel={onClose}
      footer={
        stage.stage === 'refreshed' || stage.stage === 'failed' ? (
          <div className={styles.footer}>
            <span className={styles.gap} />
            {undoId !== null && <Button onClick={() => undo(undoId)}>{words.undoStock}</Button>}
            <Button onClick={startOver}>{strings.import.otherFile}</Button>
            <Button type="primary" onClick={onClose}>
              {strings.import.close}
            </Button>
          </div>
        ) : null
      }
    >
      <div className={styles.stage}>
        {stage.stage === 'choosing' && (
          <>
            <FileDrop
              label={words.chooseStock}
              title={words.dropStock}
              formats={words.stockFormats}
              accept=".csv,.txt,.tsv,.xlsx"
              onFile={(file) => void choose(file)}
            />
            <PasteField onPaste={(text) => void paste(text)} />
          </>
        )}
        {stage.stage === 'refreshing' && (
          <Spin className={styles.spin} description={words.reading(stage.fileName)} />
        )}
        {stage.stage === 'failed' && (
          <Failure title={words.stockFailed(stage.fileName)} failure={stage.failure} />
        )}
        {stage.stage === 'refreshed' && <StockReport report={stage.report} />}
      </div>
    </Modal>
  )
}

/** Takes what is pasted into it and needs no other key. */
function PasteField({ onPaste }: { onPaste: (text: string) => void }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('textarea')?.focus(), [])
  const take = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (text.trim() === '') return
    event.preventDefault()
    onPaste(text)
  }
  return (
    <div ref={place} className={styles.paste}>
      <Input.TextArea rows={2} aria-label={words.pasteStock} placeholder={words.pasteStock} onPaste={take} />
    </div>
  )
}

function StockReport({ report }: { report: StockRefreshReport }) {
  const { matched, changed, changes, unknown, unreadable, notes } = report
  return (
    <div className={styles.report}>
      <p className={styles.advice}>{words.stockDone(report.fileName, report.rowsRead)}</p>
      <Numbers
        figures={[
          { label: words.matched, value: matched },
          { label: words.stockChanged, value: changed },
          { label: words.unknown, value: unknown.length, isBad: true },
          { label: words.unreadable, value: unreadable.length, isBad: true },
        ]}
      />
      <RowList
        title={words.unknown}
        heads={[strings.import.row, words.code]}
        rows={unknown}
        isOpen
        cellsOf={({ row, code }) => [row, code]}
      />
      <Problems title={words.unreadable} rows={unreadable} isOpen />
      <Problems title={words.notes} rows={notes} />
      <RowList<StockChange>
        title={words.stockChanged}
        count={changed}
        heads={[words.product, words.spec, words.before, words.after]}
        rows={changes}
        isOpen
        cellsOf={({ productName, spec, before, after }) => [
          productName,
          spec,
          before ?? strings.products.unknownStock,
          after,
        ]}
      />
    </div>
  )
}
