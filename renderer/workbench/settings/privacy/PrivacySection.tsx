import { useMutation } from '@tanstack/react-query'
import { Switch } from 'antd'
import type { Settings } from '../../../../shared/model/settings.ts'
import { rpc } from '../../../client/index.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { privacyStrings as words } from '../../strings/privacy.ts'
import { SettingsSection } from '../SettingsSection.tsx'
import { KeepingDays } from './KeepingDays.tsx'
import styles from './Privacy.module.css'
import { Protection } from './Protection.tsx'

/** 隐私: whether buyers are kept, for how long, and what protects them on this machine. */
export function PrivacySection({ buyers }: { buyers: Settings['buyers'] }) {
  const notice = useNotice()
  const change = useMutation({
    mutationFn: (next: Settings['buyers']) => rpc.settings.update.mutate({ buyers: next }),
    onError: notice.failed,
  })
  const { keep } = change.isPending ? change.variables : buyers
  return (
    <SettingsSection id="privacy" title={words.title} explanation={words.explanation}>
      <div className={styles.row}>
        <Switch
          id="keep-buyers"
          checked={keep}
          aria-describedby="keep-buyers-hint"
          onChange={(next) => change.mutate({ ...buyers, keep: next })}
        />
        <label htmlFor="keep-buyers">{words.keep}</label>
      </div>
      <p id="keep-buyers-hint" className={styles.hint}>
        {words.keepHint}
      </p>
      <KeepingDays
        key={buyers.retentionDays}
        days={buyers.retentionDays}
        onChange={async (retentionDays) => {
          await change.mutateAsync({ ...buyers, retentionDays })
          notice.done(words.changed(retentionDays))
        }}
      />
      <Protection />
    </SettingsSection>
  )
}
