import { Segmented, Select } from 'antd'
import {
  DUPLICATE_CHOICES,
  type DuplicateChoice,
  type DuplicateRow,
  type PhraseImportOptions,
} from '../../../../shared/model/phrase-transfer.ts'
import { RowList } from '../../components/import/RowList.tsx'
import { importStrings } from '../../strings/import.ts'
import styles from './Wizard.module.css'

interface DuplicatesProps {
  rows: readonly DuplicateRow[]
  count: number
  options: PhraseImportOptions
  isOpen: boolean
  /** Null when the import is over. */
  onChange: ((changed: Pick<PhraseImportOptions, 'onDuplicate' | 'choices'>) => void) | null
}

const words = importStrings.phrases
const CHOICES = DUPLICATE_CHOICES.map((choice) => ({ value: choice, label: words.duplicateChoices[choice] }))

/** Rows that say what is there already, and what becomes of them: of all, and of each. */
export function Duplicates({ rows, count, options, isOpen, onChange }: DuplicatesProps) {
  if (count === 0) return null
  const choose = (row: number, choice: DuplicateChoice) =>
    onChange?.({ onDuplicate: options.onDuplicate, choices: { ...options.choices, [row]: choice } })
  return (
    <div>
      {onChange && (
        <div className={styles.choice}>
          <span>{words.onDuplicate}</span>
          <Segmented<DuplicateChoice>
            aria-label={words.onDuplicate}
            options={CHOICES}
            value={options.onDuplicate}
            onChange={(onDuplicate) => onChange({ onDuplicate, choices: {} })}
          />
        </div>
      )}
      <RowList<DuplicateRow>
        title={words.duplicates}
        heads={[importStrings.row, words.choice, importStrings.reason, importStrings.excerpt]}
        rows={rows}
        count={count}
        isOpen={isOpen}
        cellsOf={({ row, choice, reason, excerpt }) => [
          row,
          onChange ? (
            <Select
              key="choice"
              size="small"
              className={styles.rowChoice}
              aria-label={words.choiceFor(row)}
              options={CHOICES}
              value={choice}
              onChange={(chosen) => choose(row, chosen)}
            />
          ) : (
            words.duplicateChoices[choice]
          ),
          reason,
          excerpt,
        ]}
      />
    </div>
  )
}
