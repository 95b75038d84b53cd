import { Select } from 'antd'
import { PHRASE_LIMITS } from '../../../shared/model/phrase.ts'
import { useTags } from '../data/queries.ts'
import { strings } from '../strings.ts'

interface TagSelectProps {
  'aria-label': string
  placeholder: string
  /** Whether a tag may be one that no phrase has yet. */
  mayBeNew: boolean
  /** Where the choices open; above where a button below must not be covered. */
  placement?: 'topLeft' | 'bottomLeft'
  value: string[]
  onChange: (tags: string[]) => void
}

/** Picks tags, completed from those in use with their number of phrases. */
export function TagSelect({ mayBeNew, ...given }: TagSelectProps) {
  const tags = useTags().data ?? []
  return (
    <Select
      {...given}
      mode={mayBeNew ? 'tags' : 'multiple'}
      allowClear
      maxCount={PHRASE_LIMITS.tags}
      tokenSeparators={[',', '，', '、', ' ']}
      options={tags.map(({ tag, count }) => ({ value: tag, label: tag, count }))}
      optionRender={({ data }) =>
        data.count === undefined ? data.value : strings.phrases.filters.tagWithCount(data.value, data.count)
      }
    />
  )
}
