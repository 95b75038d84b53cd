import { Button, Form } from 'antd'
import { PHRASE_LIMITS } from '../../../../../shared/model/phrase.ts'
import { PlusIcon } from '../../../components/icons.tsx'
import { imageStrings } from '../../../strings/images.ts'
import type { Problem } from '../problems/problem.ts'
import { MessageCard } from './MessageCard.tsx'
import styles from './Sequence.module.css'

const words = imageStrings.sequence

interface FurtherMessagesProps {
  check: (text: string) => Problem[]
  onWaive: (problem: Problem) => void
}

/** The messages after the first, each a card with its words and its images; the order is the order of sending. */
export function FurtherMessages(writing: FurtherMessagesProps) {
  return (
    <Form.List name="further">
      {(messages, { add, remove, move }) => (
        <div className={styles.messages}>
          {messages.map(({ key, name: place }) => (
            <MessageCard
              key={key}
              place={place}
              isLast={place === messages.length - 1}
              onMove={(to) => move(place, to)}
              onRemove={() => remove(place)}
              {...writing}
            />
          ))}
          {messages.length < PHRASE_LIMITS.further && (
            <div className={styles.more}>
              <Button
                size="small"
                icon={<PlusIcon size="1em" />}
                onClick={() => add({ body: '', images: [] })}
              >
                {words.add}
              </Button>
              {messages.length === 0 && <span className={styles.hint}>{words.addHint}</span>}
            </div>
          )}
        </div>
      )}
    </Form.List>
  )
}
