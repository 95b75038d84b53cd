import { useMutation } from '@tanstack/react-query'
import { Segmented } from 'antd'
import type { Settings } from '../../../../shared/model/settings.ts'
import { rpc } from '../../../client/index.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { machineStrings } from '../../strings/machine.ts'
import { strings } from '../../strings.ts'
import styles from '../Settings.module.css'
import { SettingsSection } from '../SettingsSection.tsx'

const THEMES = (['system', 'light', 'dark'] as const).map((value) => ({
  value,
  label: strings.settings.themes[value],
}))

export function AppearanceSection({ theme }: { theme: Settings['theme'] }) {
  const notice = useNotice()
  const choose = useMutation({
    mutationFn: (next: Settings['theme']) => rpc.settings.update.mutate({ theme: next }),
    onError: notice.failed,
  })
  return (
    <SettingsSection
      id="appearance"
      title={strings.settings.appearance}
      explanation={strings.settings.appearanceExplanation}
    >
      <Segmented
        aria-label={strings.settings.appearance}
        options={THEMES}
        value={choose.isPending ? choose.variables : theme}
        onChange={(next) => choose.mutate(next)}
      />
      <p className={styles.language}>
        {machineStrings.language}：{machineStrings.onlyLanguage}
      </p>
    </SettingsSection>
  )
}
