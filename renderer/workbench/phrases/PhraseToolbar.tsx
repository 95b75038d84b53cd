import { Button, Input, type InputRef, Segmented } from 'antd'
import type { RefObject } from 'react'
import type { PhraseFilter } from '../../../shared/model/phrase-listing.ts'
import { STEP_NAMES, STEPS } from '../../../shared/model/steps.ts'
import { ImportIcon, PlusIcon, SearchIcon } from '../components/icons.tsx'
import { strings } from '../strings.ts'
import { FilterChips } from './filters/FilterChips.tsx'
import { FilterMenu } from './filters/FilterMenu.tsx'
import { type LibraryJob, LibraryMenu } from './LibraryMenu.tsx'
import styles from './PhraseToolbar.module.css'
import { clearFilter, narrow } from './view.ts'

interface PhraseToolbarProps {
  searchRef: RefObject<InputRef | null>
  filter: PhraseFilter
  /** Of the chosen group, within which one searches; null for the whole library. */
  groupName: string | null
  isFiltersOpen: boolean
  onFilters: (open: boolean) => void
  onNew: () => void
  onImport: () => void
  jobs: readonly LibraryJob[]
}

const STEP_CHOICES = [
  { value: 'all', label: strings.phrases.allSteps },
  ...STEPS.map((step) => ({ value: step, label: STEP_NAMES[step] })),
]

/** Search and what one does with the whole library on one line, the filters below it. */
export function PhraseToolbar({
  searchRef,
  filter,
  groupName,
  isFiltersOpen,
  onFilters,
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
          onChange={(event) => narrow({ text: event.target.value })}
          onKeyDown={(event) =>
            event.key === 'Escape' && (filter.text === '' ? clearFilter() : narrow({ text: '' }))
          }
        />
        <Button icon={<ImportIcon />} onClick={onImport}>
          {strings.phrases.import}
        </Button>
        <LibraryMenu jobs={jobs} />
        <Button type="primary" icon={<PlusIcon />} title="Ctrl+N" onClick={onNew}>
          {strings.phrases.create}
        </Button>
      </div>
      <div className={styles.line}>
        <div className={styles.steps}>
          <Segmented
            aria-label={strings.phrases.steps}
            options={STEP_CHOICES}
            value={filter.step ?? 'all'}
            onChange={(value) => narrow({ step: STEPS.find((step) => step === value) })}
          />
        </div>
        <FilterMenu filter={filter} open={isFiltersOpen} onOpen={onFilters} />
      </div>
      <FilterChips filter={filter} groupName={groupName} />
    </header>
  )
}
