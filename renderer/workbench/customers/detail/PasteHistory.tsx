import { Alert, Button } from 'antd'
import { useState } from 'react'
import { messageOf } from '../../../client/index.ts'
import { Section } from '../../products/Section.tsx'
import { customerStrings as words } from '../../strings/customers.ts'
import type { View } from '../masking.ts'
import { usePastes } from '../use-customers.ts'
import { momentWords } from '../wording.ts'
import styles from './PasteHistory.module.css'

const SHOWN_AT_FIRST = 10

/** 发过的话术: what the shop has said to this buyer already. */
export function PasteHistory({ customerId, view }: { customerId: string; view: View }) {
  const { data: pastes, error } = usePastes(customerId)
  const [isWhole, setWhole] = useState(false)
  const shown = pastes?.slice(0, isWhole ? undefined : SHOWN_AT_FIRST) ?? []
  return (
    <Section title={words.pastes} note={shown.length > 1 && words.pastesNote}>
      {error && <Alert type="error" showIcon title={messageOf(error)} />}
      {pastes?.length === 0 && <p className={styles.none}>{words.noPastes}</p>}
      <ol>
        {shown.map(({ at, phraseTitle, text }) => (
          <li key={`${at} ${phraseTitle}`} className={styles.paste}>
            <p className={styles.when}>
              {momentWords(at)}
              <span>{phraseTitle}</span>
            </p>
            <p className={styles.text}>{view.text(text)}</p>
          </li>
        ))}
      </ol>
      {pastes && shown.length < pastes.length && (
        <Button type="link" onClick={() => setWhole(true)}>
          {words.allPastes(pastes.length)}
        </Button>
      )}
    </Section>
  )
}
