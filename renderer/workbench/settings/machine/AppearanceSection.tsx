import { useMutation } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
import { useId } from 'react'
import { type Settings, TEXT_SIZES } from '../../../../shared/model/settings.ts'
import { rpc } from '../../../client/index.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { machineStrings } from '../../strings/machine.ts'
import { strings } from '../../strings.ts'
import styles from '../Settings.module.css'
import { SettingsSection } from '../SettingsSection.tsx'

interface AppearanceSectionProps {
  settings: Settings
  /** In a browser the size of the text is the browser's affair. */
  isWindow: boolean
}

const words = machineStrings.text
const THEMES = (['system', 'light', 'dark'] as const).map((value) => ({
  value,
  label: strings.settings.themes[value],
}))
const SIZES = TEXT_SIZES.map((value) => ({ value, label: `${value}%` }))

/** 外观: light or dark for both windows, and how large the text of this one is. */
export function AppearanceSection({ settings, isWindow }: AppearanceSectionProps) {
  const id = useId()
  const notice = useNotice()
  const choose = useMutation({
    mutationFn: (next: Partial<Pick<Settings, 'theme' | 'workbenchText'>>) =>
      rpc.settings.update.mutate(next),
    onError: notice.failed,
  })
  const { theme, workbenchText } = choose.isPending ? { ...settings, ...choose.variables } : settings
  return (
    <SettingsSection
      id="appearance"
      title={strings.settings.appearance}
      explanation={strings.settings.appearanceExplanation}
    >
      <Segmented
        aria-label={strings.settings.appearance}
        options={THEMES}
        value={theme}
        onChange={(next) => choose.mutate({ theme: next })}
      />
      {isWindow ? (
        <div className={styles.textSize}>
          <label htmlFor={id}>{words.label}</label>
          <Select
            id={id}
            options={SIZES}
            value={workbenchText}
            onChange={(next) => choose.mutate({ workbenchText: next })}
          />
          <span className={styles.language}>{words.keys}</span>
        </div>
      ) : (
        <p className={styles.language}>{words.browser}</p>
      )}
      <p className={styles.language}>
        {machineStrings.language}：{machineStrings.onlyLanguage}
      </p>
    </SettingsSection>
  )
}
