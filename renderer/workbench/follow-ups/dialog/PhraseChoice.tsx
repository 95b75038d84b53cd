import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useId, useState } from 'react'
import { rpc } from '../../../client/index.ts'
import { KEYS } from '../../data/queries.ts'
import { followUpStrings as words } from '../../strings/follow-ups.ts'

interface PhraseChoiceProps {
  value: string | null
  onChange: (phraseId: string | null) => void
}

const SHOWN = 20

/** The phrase that the agent means to send; without one the occasion chooses. */
export function PhraseChoice({ value, onChange }: PhraseChoiceProps) {
  const id = useId()
  const [text, setText] = useState('')
  const found = useQuery({
    queryKey: [KEYS.phrases, 'for a follow-up', text],
    queryFn: async () => (await rpc.phrases.search.query({ text, limit: SHOWN })).hits,
    placeholderData: keepPreviousData,
  })
  const chosen = useQuery({
    queryKey: [KEYS.phrases, 'of a follow-up', value],
    queryFn: () => (value === null ? null : rpc.phrases.get.query(value)),
  })
  const hits = found.data ?? []
  const isFound = value === null || hits.some((hit) => hit.id === value)
  const shown = isFound || !chosen.data ? hits : [...hits, chosen.data]
  return (
    <Form.Item label={words.form.phrase} htmlFor={id}>
      <Select
        id={id}
        allowClear
        showSearch={{ filterOption: false, onSearch: setText }}
        placeholder={words.form.phraseHint}
        options={shown.map((hit) => ({ value: hit.id, label: hit.title }))}
        value={value}
        onChange={(phraseId: string | undefined) => onChange(phraseId ?? null)}
      />
    </Form.Item>
  )
}
