import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Radio } from 'antd'
import { useState } from 'react'
import type { Phrase } from '../../../../shared/model/phrase.ts'
import type { DuplicatesFound } from '../../../../shared/model/phrase-duplicates.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { KEYS } from '../../data/queries.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { useOfferUndo } from '../../data/use-offer-undo.ts'
import { duplicateStrings as words } from '../../strings/duplicates.ts'
import { DuplicatePhrase } from './DuplicatePhrase.tsx'
import styles from './Duplicates.module.css'
import { codesOf, type MergeChoice, mergedOf, mergeOf } from './merge-choice.ts'

interface DuplicateGroupProps {
  group: DuplicatesFound
  onSettled: () => void
}

/** One group: which phrase stays, which go into it, and whose code it has from then on. */
export function DuplicateGroup({ group, onSettled }: DuplicateGroupProps) {
  const { data, error } = useQuery({
    queryKey: [KEYS.phrases, 'duplicates', group.ids],
    queryFn: () => rpc.duplicates.compare.query(group.ids),
    gcTime: 0,
  })
  if (error) return <Alert type="error" showIcon title={messageOf(error)} />
  if (!data) return <div />
  return <Chosen phrases={data} onSettled={onSettled} />
}

function Chosen({ phrases, onSettled }: { phrases: readonly Phrase[]; onSettled: () => void }) {
  const notice = useNotice()
  const offerUndo = useOfferUndo()
  const [said, setSaid] = useState<MergeChoice>({
    keepId: phrases[0]?.id ?? '',
    leftIds: new Set(),
    codeFrom: undefined,
  })
  const kept = phrases.find(({ id }) => id === said.keepId) ?? phrases[0]
  const choice = { ...said, keepId: kept?.id ?? '' }
  const merged = mergedOf(phrases, choice)
  const codes = codesOf(merged)
  const request = mergeOf(phrases, choice)
  const merge = useMutation({
    mutationFn: () => rpc.duplicates.merge.mutate(request),
    async onSuccess() {
      onSettled()
      await offerUndo(words.merged(merged.length))
    },
    onError: notice.failed,
  })
  const leave = (id: string, isLeft: boolean) => {
    const leftIds = new Set(choice.leftIds)
    if (isLeft) leftIds.add(id)
    else leftIds.delete(id)
    setSaid({ ...choice, leftIds })
  }

  return (
    <section className={styles.group}>
      <p className={styles.hint}>{phrases.length > 1 ? words.explanation : words.gone}</p>
      <div className={styles.phrases}>
        {kept &&
          phrases.map((phrase) => (
            <DuplicatePhrase
              key={phrase.id}
              phrase={phrase}
              kept={kept}
              isIncluded={!choice.leftIds.has(phrase.id)}
              onKeep={() => setSaid({ ...choice, keepId: phrase.id })}
              onInclude={(isIncluded) => leave(phrase.id, !isIncluded)}
            />
          ))}
      </div>
      {codes.length > 1 && (
        <fieldset className={styles.codes}>
          <legend>{words.code}</legend>
          <Radio.Group
            options={[
              ...codes.map(({ id, code }) => ({ value: id, label: code })),
              { value: '', label: words.noCode },
            ]}
            value={request.codeFrom ?? ''}
            onChange={({ target }) =>
              setSaid({ ...choice, codeFrom: target.value === '' ? null : target.value })
            }
          />
        </fieldset>
      )}
      <footer className={styles.footer}>
        <Button onClick={onSettled}>{words.skip}</Button>
        <BusyButton
          type="primary"
          disabled={merged.length < 2}
          isBusy={merge.isPending}
          onClick={() => merge.mutate()}
        >
          {words.merge(merged.length)}
        </BusyButton>
      </footer>
    </section>
  )
}
