import { Button, Progress } from 'antd'
import type { NotInstalled, UpdatePolicy, UpdateProgress } from '../../../../shared/model/updates.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { updateStrings as words } from '../../strings/updates.ts'
import { momentWords } from '../backup/moments.ts'
import styles from './Updates.module.css'

interface UpdateProgressLineProps {
  policy: UpdatePolicy
  progress: UpdateProgress
  checkedAt: number | null
  notInstalled: NotInstalled | null
  check: { isPending: boolean; mutate: () => void }
  postpone: { mutate: () => void }
  restart: () => void
  isRestarting: boolean
}

/** How far a newer version is, and what can be done next. */
export function UpdateProgressLine(props: UpdateProgressLineProps) {
  const { policy, progress, checkedAt, notInstalled, check, postpone, restart, isRestarting } = props
  const isReady = progress.status === 'ready'
  return (
    <div className={styles.progress}>
      {notInstalled && (
        <p>
          {words.notInstalled(notInstalled.version)}
          {!notInstalled.isTriedAgain && words.notTriedAgain}
        </p>
      )}
      <p role="status">{wordsOf(policy, progress, checkedAt, notInstalled)}</p>
      {progress.status === 'downloading' && (
        <Progress
          size="small"
          percent={progress.percent}
          status="normal"
          aria-label={words.progress(progress.version)}
        />
      )}
      <div className={styles.actions}>
        {isReady && (
          <BusyButton size="small" type="primary" isBusy={isRestarting} onClick={restart}>
            {words.restart}
          </BusyButton>
        )}
        {isReady && !progress.isPostponed && (
          <Button size="small" onClick={() => postpone.mutate()}>
            {words.later}
          </Button>
        )}
        {!isReady && progress.status !== 'downloading' && (
          <BusyButton
            size="small"
            disabled={policy.server === null || policy.checks === 'off'}
            isBusy={check.isPending}
            onClick={() => check.mutate()}
          >
            {words.check}
          </BusyButton>
        )}
      </div>
    </div>
  )
}

function wordsOf(
  { server, checks }: UpdatePolicy,
  progress: UpdateProgress,
  checkedAt: number | null,
  notInstalled: NotInstalled | null,
): string {
  switch (progress.status) {
    case 'never-checked':
      if (checks === 'off') return words.closed
      return server === null ? words.noServer : words.never
    case 'checking':
      return words.checking
    case 'current':
      return words.current(checkedAt === null ? '' : momentWords(checkedAt))
    case 'downloading':
      return words.downloading(progress.version)
    case 'ready':
      if (notInstalled?.version === progress.version && !notInstalled.isTriedAgain)
        return words.readyAgain(progress.version)
      return progress.isPostponed ? words.postponed(progress.version) : words.ready(progress.version)
    case 'by-hand':
      return words.byHand(progress.version)
    case 'failed':
      return words.failed[progress.why]
  }
}
