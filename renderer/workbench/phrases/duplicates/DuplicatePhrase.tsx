import { Checkbox, Radio } from 'antd'
import { chinaDay } from '../../../../shared/model/china-time.ts'
import type { Phrase } from '../../../../shared/model/phrase.ts'
import { diffWords } from '../../../../shared/text/word-diff.ts'
import { DiffText } from '../../components/DiffText.tsx'
import { duplicateStrings as words } from '../../strings/duplicates.ts'
import styles from './Duplicates.module.css'

interface DuplicatePhraseProps {
  phrase: Phrase
  /** The one that stays, with which the others are compared. */
  kept: Phrase
  isIncluded: boolean
  onKeep: () => void
  onInclude: (isIncluded: boolean) => void
}

/** One of the phrases that say the same: what it says, where it differs, how it is used, and what becomes of it. */
export function DuplicatePhrase({ phrase, kept, isIncluded, onKeep, onInclude }: DuplicatePhraseProps) {
  const isKept = phrase.id === kept.id
  const lastUsed = phrase.lastUsedAt === null ? null : chinaDay(phrase.lastUsedAt)
  const facts = [
    phrase.groupPath.join(' / ') || words.noGroup,
    words.uses(phrase.uses, lastUsed),
    ...(phrase.source === 'team' ? [words.team] : []),
  ]
  return (
    <article className={isKept ? styles.kept : styles.phrase}>
      <header>
        <Radio name="kept-phrase" checked={isKept} aria-label={words.keepOf(phrase.title)} onChange={onKeep}>
          {isKept ? words.kept : words.keep}
        </Radio>
        <h3>{phrase.title}</h3>
        {phrase.code !== null && <code>{phrase.code}</code>}
        {!isKept && (
          <Checkbox
            className={styles.include}
            checked={isIncluded}
            aria-label={words.includeOf(phrase.title)}
            onChange={({ target }) => onInclude(target.checked)}
          >
            {words.include}
          </Checkbox>
        )}
      </header>
      <DiffText
        parts={isKept ? [{ kind: 'same', text: textOf(phrase) }] : diffWords(textOf(kept), textOf(phrase))}
      />
      <p className={styles.facts}>{facts.join(' · ')}</p>
    </article>
  )
}

/** All messages, one below the other. */
function textOf({ body, further }: Phrase): string {
  return [body, ...further.map((message) => message.body)].join('\n')
}
