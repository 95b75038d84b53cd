import { Switch } from 'antd'
import type { UpdatePolicy } from '../../../../shared/model/updates.ts'
import { useAppState } from '../../data/queries.ts'
import { updateStrings as words } from '../../strings/updates.ts'
import { UpdateProgressLine } from './UpdateProgressLine.tsx'
import { UpdateServerField } from './UpdateServerField.tsx'
import styles from './Updates.module.css'
import { useUpdates } from './use-updates.ts'

/** Newer versions of the program: what is known, where they come from, and whether they are looked for. */
export function Updates() {
  const updates = useUpdates()
  const { data: app } = useAppState()
  const { state, choose } = updates
  if (!state || !app) return null
  if (state.status === 'unavailable') {
    return (
      <dl className={styles.updates}>
        <dt>{words.title}</dt>
        <dd>{state.reason}。</dd>
      </dl>
    )
  }
  const { policy } = state
  const chosen = app.settings.updates
  return (
    <dl className={styles.updates}>
      <dt>{words.title}</dt>
      <dd>
        <UpdateProgressLine {...state} {...updates} />
      </dd>
      <dt>{words.server}</dt>
      <dd className={styles.server}>
        <UpdateServerField
          policy={policy}
          own={chosen.server}
          onChoose={(server) => choose.mutateAsync({ ...chosen, server })}
        />
      </dd>
      <dt>{words.automatic}</dt>
      <dd className={styles.automatic}>
        <Switch
          id="automatic-updates"
          size="small"
          checked={policy.checks === 'automatic'}
          disabled={policy.checks === 'off'}
          onChange={(isAutomatic) => choose.mutate({ ...chosen, isAutomatic })}
        />
        <label htmlFor="automatic-updates">{words.automaticHint}</label>
        <span className={styles.note}>{offWords(policy)}</span>
      </dd>
    </dl>
  )
}

function offWords({ checks, checksBy }: UpdatePolicy): string {
  if (checks !== 'off') return ''
  return checksBy === 'environment' ? words.off.environment : words.off.company
}
