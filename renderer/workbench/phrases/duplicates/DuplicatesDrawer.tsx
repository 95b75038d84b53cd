import { Alert, Button, Drawer, Spin } from 'antd'
import { messageOf } from '../../../client/index.ts'
import choices from '../../components/ChoiceList.module.css'
import { EmptyState } from '../../components/EmptyState.tsx'
import { duplicateStrings as words } from '../../strings/duplicates.ts'
import { DuplicateGroup } from './DuplicateGroup.tsx'
import styles from './Duplicates.module.css'
import { keyOf, useDuplicates } from './use-duplicates.ts'

/** The groups of phrases that say the same, one after the other, until each is merged or left as it is. */
export default function DuplicatesDrawer({ onClose }: { onClose: () => void }) {
  const { report, error, isSearching, open, current, choose, settle, again } = useDuplicates()
  return (
    <Drawer open push={false} size="min(72rem, 94vw)" title={words.title} onClose={onClose}>
      {error && <Alert type="error" showIcon title={messageOf(error)} />}
      {isSearching && (
        <div className={styles.searching} role="status">
          <Spin />
          <span>{words.searching}</span>
        </div>
      )}
      {!isSearching && report && !current && (
        <EmptyState
          title={report.total === 0 ? words.none : words.allDone}
          actions={report.total > 0 && <Button onClick={again}>{words.again}</Button>}
        >
          {report.total === 0 ? words.noneAdvice : words.allDoneAdvice}
        </EmptyState>
      )}
      {!isSearching && report && current && (
        <div className={styles.duplicates}>
          <nav className={`${choices.list} ${styles.list}`} aria-label={words.groups}>
            <p role="status">{words.found(report.total, report.groups.length)}</p>
            <ol>
              {open.map((group) => (
                <li key={keyOf(group)}>
                  <button
                    type="button"
                    aria-current={group === current ? 'true' : undefined}
                    onClick={() => choose(group)}
                  >
                    <span className={styles.name}>{group.title}</span>
                    <small>
                      {`${words.count(group.ids.length)} · ${group.isSame ? words.same : words.alike}`}
                    </small>
                  </button>
                </li>
              ))}
            </ol>
          </nav>
          <DuplicateGroup key={keyOf(current)} group={current} onSettled={() => settle(current)} />
        </div>
      )}
    </Drawer>
  )
}
