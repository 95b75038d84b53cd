import { Alert } from 'antd'
import { messageOf } from '../../client/index.ts'
import { teamStrings as words } from '../strings/team.ts'
import styles from './Removals.module.css'
import { useRemovals } from './use-team.ts'

/** Tells whoever is about to publish what that takes from everybody; nothing where it takes nothing. */
export function Removals({ libraryId }: { libraryId: string }) {
  const { data, error } = useRemovals(libraryId)
  if (error) return <Alert className={styles.removals ?? ''} type="error" showIcon title={messageOf(error)} />
  if (!data || data.count === 0) return null
  const { count, titles } = data
  return (
    <Alert
      className={styles.removals ?? ''}
      type="warning"
      showIcon
      title={words.removals(count)}
      description={
        <>
          <p>{words.removalsHint}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is scrolled by the keyboard, too */}
          <ul className={styles.titles} tabIndex={0} aria-label={words.removals(count)}>
            {titles.map((title, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two phrases may have one title, and the list never changes
              <li key={at}>{title}</li>
            ))}
            {count > titles.length && <li>{words.removalsMore(count)}</li>}
          </ul>
        </>
      }
    />
  )
}
