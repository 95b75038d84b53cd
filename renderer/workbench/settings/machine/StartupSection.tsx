import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Switch } from 'antd'
import { messageOf, rpc } from '../../../client/index.ts'
import { KEYS } from '../../data/queries.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { machineStrings } from '../../strings/machine.ts'
import styles from '../Settings.module.css'
import { SettingsSection } from '../SettingsSection.tsx'

const words = machineStrings.startup
const QUERY = [KEYS.app, 'startup']

/** 随系统启动: on, off, or why it cannot be had here. */
export function StartupSection() {
  const client = useQueryClient()
  const notice = useNotice()
  const { data: state, error } = useQuery({
    queryKey: QUERY,
    queryFn: () => rpc.settings.startup.query(),
  })
  const set = useMutation({
    mutationFn: (isOn: boolean) => rpc.settings.setStartup.mutate(isOn),
    onSuccess: (now) => client.setQueryData(QUERY, now),
    onError: notice.failed,
  })
  const isAvailable = state !== undefined && state.status !== 'unavailable'
  return (
    <SettingsSection id="startup" title={words.title} explanation={words.explanation}>
      {error && <Alert type="error" showIcon title={messageOf(error)} />}
      <div className={styles.switchLine}>
        <Switch
          id="start-with-system"
          disabled={!isAvailable}
          loading={set.isPending}
          checked={state?.status === 'on'}
          aria-describedby="start-with-system-why"
          onChange={(isOn) => set.mutate(isOn)}
        />
        <label htmlFor="start-with-system">{words.switch}</label>
      </div>
      <p id="start-with-system-why" className={styles.explanation} role="status">
        {state?.status === 'unavailable' && `${state.reason}。`}
      </p>
    </SettingsSection>
  )
}
