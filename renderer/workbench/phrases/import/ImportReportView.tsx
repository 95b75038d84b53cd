import { Alert } from 'antd'
import type {
  PhraseImportOptions,
  PhraseImportReport,
  PreviewRow,
} from '../../../../shared/model/phrase-transfer.ts'
import dialog from '../../components/import/Import.module.css'
import { Problems, RowList } from '../../components/import/RowList.tsx'
import { Numbers } from '../../components/Numbers.tsx'
import { importStrings } from '../../strings/import.ts'
import { Duplicates } from './Duplicates.tsx'
import styles from './Wizard.module.css'

interface ImportReportViewProps {
  report: PhraseImportReport
  options: PhraseImportOptions
  isDone: boolean
  onChange: (changed: Partial<PhraseImportOptions>) => void
}

const words = importStrings.phrases

/** What an import would do, or did: the numbers, what cannot come in, what is there already, and the first rows. */
export function ImportReportView({ report, options, isDone, onChange }: ImportReportViewProps) {
  const { added, changed, unchanged, counts, rows, duplicates, refused, notes, groupsCreated, images } =
    report
  const pictures = words.images(images.found, images.missing.length)
  return (
    <div className={dialog.report}>
      {isDone && <Alert type="success" showIcon title={words.done(added, changed)} />}
      {!isDone && added + changed === 0 && <Alert type="warning" showIcon title={words.nothingNew} />}
      <Numbers
        figures={[
          { label: isDone ? words.added : words.toAdd, value: added },
          { label: isDone ? words.changed : words.toChange, value: changed },
          ...(unchanged > 0 ? [{ label: words.unchanged, value: unchanged }] : []),
          { label: words.duplicates, value: counts.duplicates },
          { label: words.refused, value: counts.refused, isBad: true },
        ]}
      />
      {pictures !== '' && (
        <p className={dialog.advice}>
          {pictures}
          {images.missing.length > 0 && words.imagesAdvice}
        </p>
      )}
      <Problems title={words.refused} rows={refused} count={counts.refused} isOpen />
      <Duplicates
        rows={duplicates}
        count={counts.duplicates}
        options={options}
        isOpen={!isDone || counts.refused === 0}
        onChange={isDone ? null : onChange}
      />
      <Problems title={words.notes} rows={notes} count={counts.notes} />
      <RowList<string>
        title={isDone ? words.groupsCreated : words.groupsToCreate}
        heads={[words.group]}
        rows={groupsCreated}
        count={counts.groups}
        cellsOf={(name) => [name]}
      />
      {!isDone && (
        <RowList<PreviewRow>
          title={words.preview}
          heads={[importStrings.row, words.fate, words.code, words.text, words.group, words.remark]}
          rows={rows}
          isOpen={counts.refused === 0 && counts.duplicates === 0}
          cellsOf={(row) => [
            row.row,
            <span key="fate" className={row.fate === 'refuse' ? styles.bad : undefined}>
              {words.fates[row.fate]}
            </span>,
            row.code,
            <div key="text" className={styles.text}>
              <strong>{row.title}</strong>
              <span>{row.body}</span>
            </div>,
            row.group.join(' / '),
            row.remark,
          ]}
        />
      )}
    </div>
  )
}
