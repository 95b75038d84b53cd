import { Alert } from 'antd'
import type { NamedPhrases } from '../../../shared/model/team.ts'
import { messageOf } from '../../client/index.ts'
import { teamStrings as words } from '../strings/team.ts'
import styles from './Removals.module.css'
import { useRemovals } from './use-team.ts'

/** Tells whoever is about to publish what that takes from everybody; nothing where it takes nothing. */
export function Removals({ libraryId }: { libraryId: string }) {
  const { data, error } = useRemovals(libraryId)
  if (error) return <Alert className={styles.removals ?? ''} type="error" showIcon title={messageOf(error)} />
  if (!data) return null
  const { takenBack, ...removed } = data
  return (
    <>
      <Named phrases={removed} title={words.removals(removed.count)} hint={words.removalsHint} />
      <Named phrases={takenBack} title={words.takenBack(takenBack.count)} hint={words.takenBackHint} />
    </>
  )
}

function Named({ phrases, title, hint }: { phrases: NamedPhrases; title: string; hint: string }) {
  const { count, titles } = phrases
  if (count === 0) return null
  return (
    <Alert
      className={styles.removals ?? ''}
      type="warning"
      showIcon
      title={title}
      description={
        <>
          <p>{hint}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is scrolled by the keyboard, too */}
          <ul className={styles.titles} tabIndex={0} aria-label={title}>
            {titles.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two phrases may have one title, and the list never changes
              <li key={at}>{one}</li>
            ))}
            {count > titles.length && <li>{words.removalsMore(count)}</li>}
          </ul>
        </>
      }
    />
  )
}
