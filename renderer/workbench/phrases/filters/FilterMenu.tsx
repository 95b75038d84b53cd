import { Button, Popover, Select, Switch } from 'antd'
import { useMemo } from 'react'
import { PHRASE_SOURCES } from '../../../../shared/model/phrase.ts'
import { type PhraseFilter, VALIDITY_CHOICES } from '../../../../shared/model/phrase-listing.ts'
import { FunnelIcon } from '../../components/icons.tsx'
import { strings } from '../../strings.ts'
import { TagSelect } from '../TagSelect.tsx'
import { narrow } from '../view.ts'
import styles from './Filters.module.css'
import { choiceOfKey, choicesWith, keyOfUse, wordsOfUse } from './use-choices.ts'

const words = strings.phrases.filters
const VALIDITIES = VALIDITY_CHOICES.map((value) => ({ value, label: words.validities[value] }))
const SOURCES = PHRASE_SOURCES.map((value) => ({ value, label: words.sources[value] }))

/** The filters that are not always in sight. @param open whether they are now */
export function FilterMenu({
  filter,
  open,
  onOpen,
}: {
  filter: PhraseFilter
  open: boolean
  onOpen: (open: boolean) => void
}) {
  return (
    <Popover
      trigger={['click']}
      placement="bottomLeft"
      open={open}
      onOpenChange={onOpen}
      content={<Filters filter={filter} />}
    >
      <Button icon={<FunnelIcon />} title="F" aria-expanded={open}>
        {words.label}
      </Button>
    </Popover>
  )
}

function Filters({ filter }: { filter: PhraseFilter }) {
  const uses = useMemo(
    () => choicesWith(filter.use).map((use) => ({ value: keyOfUse(use), label: wordsOfUse(use) })),
    [filter.use],
  )
  return (
    <section className={styles.filters} aria-label={words.open}>
      <div className={styles.field}>
        <span>{words.tags}</span>
        <TagSelect
          aria-label={words.tags}
          placeholder={words.tagsHint}
          mayBeNew={false}
          value={filter.tags}
          onChange={(tags) => narrow({ tags })}
        />
      </div>
      <Choice
        label={words.validity}
        options={VALIDITIES}
        value={filter.validity}
        onChange={(validity) => narrow({ validity })}
      />
      <Choice
        label={words.use}
        options={uses}
        value={filter.use && keyOfUse(filter.use)}
        onChange={(key) => narrow({ use: key === undefined ? undefined : choiceOfKey(key) })}
      />
      <Choice
        label={words.source}
        options={SOURCES}
        value={filter.source}
        onChange={(source) => narrow({ source })}
      />
      <div className={styles.switch} title={words.archivedHint}>
        <span aria-hidden="true">{words.onlyArchived}</span>
        <Switch
          size="small"
          aria-label={words.onlyArchived}
          checked={filter.archived}
          onChange={(archived) => narrow({ archived })}
        />
      </div>
    </section>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  options: { value: Value; label: string }[]
  value: Value | undefined
  onChange: (value: Value | undefined) => void
}

/** One of a few, or none. */
function Choice<Value extends string>({ label, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <div className={styles.field}>
      <span>{label}</span>
      <Select
        aria-label={label}
        allowClear
        placeholder={words.any}
        options={options}
        value={value}
        onChange={(chosen?: Value) => onChange(chosen)}
      />
    </div>
  )
}
