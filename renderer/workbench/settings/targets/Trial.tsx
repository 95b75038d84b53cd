import { Alert } from 'antd'
import type { PasteTrial } from '../../../../shared/model/paste-target.ts'
import { messageOf } from '../../../client/index.ts'
import { machineStrings } from '../../strings/machine.ts'
import styles from './Targets.module.css'

interface TrialProps {
  /** The target that was tried. */
  name: string
  isTrying: boolean
  outcome: PasteTrial | null
  error: Error | null
}

const words = machineStrings.targets

/** What became of a sample that was pasted into a window of ours. */
export function Trial({ name, isTrying, outcome, error }: TrialProps) {
  return (
    <div className={styles.trial} aria-live="polite">
      {isTrying && <p>{words.trying}</p>}
      {!isTrying && error && <Alert type="error" showIcon title={messageOf(error)} />}
      {!isTrying && outcome?.status === 'lost' && (
        <Alert type="warning" showIcon title={words.lost(name)} description={outcome.reason} />
      )}
      {!isTrying && outcome?.status === 'arrived' && (
        <Alert
          type={outcome.isSame ? 'success' : 'warning'}
          showIcon
          title={
            outcome.isSame ? words.arrived(name, outcome.pastedMs, outcome.arrivedMs) : words.altered(name)
          }
          description={
            <>
              <p>{words.arrivedText}</p>
              <pre className={styles.sample}>{outcome.text}</pre>
              <p className={styles.hint}>{words.trialMeans}</p>
            </>
          }
        />
      )}
    </div>
  )
}
