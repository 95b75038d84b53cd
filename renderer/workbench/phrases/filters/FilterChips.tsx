import { Button } from 'antd'
import type { PhraseFilter } from '../../../../shared/model/phrase-listing.ts'
import { STEP_NAMES } from '../../../../shared/model/steps.ts'
import { CrossIcon } from '../../components/icons.tsx'
import { strings } from '../../strings.ts'
import { clearFilter, narrow } from '../view.ts'
import styles from './Filters.module.css'
import { wordsOfUse } from './use-choices.ts'

const words = strings.phrases.filters

interface Chip {
  key: string
  label: string
  /** What takes it away again. */
  without: Partial<PhraseFilter>
}

/** Everything that is filtered by, wherever it was chosen; each can be taken away, and Esc takes away all. */
export function FilterChips({ filter, groupName }: { filter: PhraseFilter; groupName: string | null }) {
  const chips = chipsOf(filter, groupName)
  if (chips.length === 0) return null
  return (
    <section className={styles.chips} aria-label={words.chosen}>
      {chips.map(({ key, label, without }) => (
        <button
          key={key}
          type="button"
          className={styles.chip}
          aria-label={words.without(label)}
          onClick={() => narrow(without)}
        >
          {label}
          <CrossIcon size="0.875rem" />
        </button>
      ))}
      <Button size="small" type="link" title="Esc" onClick={clearFilter}>
        {words.clear}
      </Button>
    </section>
  )
}

function chipsOf(filter: PhraseFilter, groupName: string | null): Chip[] {
  const { groupId, step, tags, validity, source, use, archived } = filter
  const chip = (key: string, label: string, without: Partial<PhraseFilter>) => ({ key, label, without })
  return [
    ...(groupName === null || groupId === undefined
      ? []
      : [chip('group', `${words.group}：${groupName}`, { groupId: undefined })]),
    ...(step ? [chip('step', `${words.step}：${STEP_NAMES[step]}`, { step: undefined })] : []),
    ...tags.map((tag) =>
      chip(`tag ${tag}`, `${words.tags}：${tag}`, { tags: tags.filter((other) => other !== tag) }),
    ),
    ...(validity ? [chip('validity', words.validities[validity], { validity: undefined })] : []),
    ...(use ? [chip('use', wordsOfUse(use), { use: undefined })] : []),
    ...(source ? [chip('source', `${words.source}：${words.sources[source]}`, { source: undefined })] : []),
    ...(archived ? [chip('archived', words.archived, { archived: false })] : []),
  ]
}
