import { Button, Input, type InputRef, Segmented } from 'antd'
import type { RefObject } from 'react'
import { STEP_NAMES, STEPS, type Step } from '../../../shared/model/steps.ts'
import { ImportIcon, PlusIcon, SearchIcon } from '../components/icons.tsx'
import { strings } from '../strings.ts'
import { type LibraryJob, LibraryMenu } from './LibraryMenu.tsx'
import styles from './PhraseToolbar.module.css'
import type { PhraseFilter } from './use-phrase-rows.ts'

interface PhraseToolbarProps {
  searchRef: RefObject<InputRef | null>
  filter: PhraseFilter
  /** Of the chosen group, within which one searches; null for the whole library. */
  groupName: string | null
  onText: (text: string) => void
  onStep: (step: Step | undefined) => void
  onNew: () => void
  onImport: () => void
  jobs: readonly LibraryJob[]
}

const STEP_CHOICES = [
  { value: 'all', label: strings.phrases.allSteps },
  ...STEPS.map((step) => ({ value: step, label: STEP_NAMES[step] })),
]

/** Search and what one does with the whole library on one line, the seven steps below it. */
export function PhraseToolbar({
  searchRef,
  filter,
  groupName,
  onText,
  onStep,
  onNew,
  onImport,
  jobs,
}: PhraseToolbarProps) {
  return (
    <header className={styles.toolbar}>
      <div className={styles.line}>
        <Input
          ref={searchRef}
          className={styles.search}
          allowClear
          prefix={<SearchIcon />}
          aria-label={strings.phrases.search}
          placeholder={strings.phrases.searchIn(groupName)}
          value={filter.text}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && onText('')}
        />
        <Button icon={<ImportIcon />} onClick={onImport}>
          {strings.phrases.import}
        </Button>
        <LibraryMenu jobs={jobs} />
        <Button type="primary" icon={<PlusIcon />} title="Ctrl+N" onClick={onNew}>
          {strings.phrases.create}
        </Button>
      </div>
      <Segmented
        aria-label={strings.phrases.steps}
        options={STEP_CHOICES}
        value={filter.step ?? 'all'}
        onChange={(value) => onStep(STEPS.find((step) => step === value))}
      />
    </header>
  )
}
