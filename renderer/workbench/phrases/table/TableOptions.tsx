import { Button, Checkbox, Popover, Select } from 'antd'
import { memo } from 'react'
import { SORT_KEYS, type SortKey } from '../../../../shared/model/phrase-listing.ts'
import { ColumnsIcon, SortIcon } from '../../components/icons.tsx'
import { strings } from '../../strings.ts'
import { showColumns, sortBy, useView } from '../view.ts'
import { COLUMNS, type ColumnKey } from './columns.ts'
import styles from './PhraseList.module.css'

const words = strings.phrases.sort

/** In which order the rows stand and which columns they have. @param isSearch whether the best match can come first */
export const TableOptions = memo(function TableOptions({ isSearch }: { isSearch: boolean }) {
  const sort = useView((view) => view.sort)
  const columns = useView((view) => view.columns)
  const nameOf = (key: SortKey) => (key === 'place' && isSearch ? words.best : words.by[key])
  return (
    <div className={styles.options}>
      <Select
        size="small"
        variant="borderless"
        popupMatchSelectWidth={false}
        aria-label={words.label}
        value={sort.by}
        options={SORT_KEYS.map((key) => ({ value: key, label: nameOf(key) }))}
        onChange={(key: SortKey) => sortBy(key)}
      />
      <Button
        size="small"
        type="text"
        icon={<SortIcon isDescending={sort.descending} />}
        aria-label={sort.descending ? words.descending : words.ascending}
        title={sort.descending ? words.descending : words.ascending}
        disabled={sort.by === 'place'}
        onClick={() => sortBy(sort.by, !sort.descending)}
      />
      <Popover
        trigger={['click']}
        placement="bottomRight"
        content={
          <Checkbox.Group
            className={styles.columns}
            options={COLUMNS.map((key) => ({ value: key, label: strings.phrases.columns[key] }))}
            value={[...columns]}
            onChange={(chosen: ColumnKey[]) => showColumns(COLUMNS.filter((key) => chosen.includes(key)))}
          />
        }
      >
        <Button
          size="small"
          type="text"
          icon={<ColumnsIcon />}
          aria-label={strings.phrases.chooseColumns}
          title={strings.phrases.chooseColumns}
        />
      </Popover>
    </div>
  )
})
