import { Alert } from 'antd'
import { messageOf } from '../../client/index.ts'
import { useAppState } from '../data/queries.ts'
import { strings } from '../strings.ts'
import { AboutSection } from './AboutSection.tsx'
import { AppearanceSection } from './AppearanceSection.tsx'
import { BackupSection } from './backup/BackupSection.tsx'
import { HotkeySection } from './HotkeySection.tsx'
import { PrivacySection } from './privacy/PrivacySection.tsx'
import styles from './Settings.module.css'
import { ShopSections } from './ShopSections.tsx'
import { SixSecondsSection } from './SixSecondsSection.tsx'

/** 设置: what belongs to this machine first, then the shop that scripts speak for, then figures and whereabouts. */
export default function SettingsPage({ field }: { field: string | null }) {
  const { data: state, error } = useAppState()
  if (error) return <Alert className={styles.error} type="error" showIcon title={messageOf(error)} />
  if (!state) return null
  return (
    <div className={styles.page}>
      <div className={styles.content}>
        <h1 className={styles.heading}>{strings.menu.settings}</h1>
        <HotkeySection hotkey={state.hotkey} chosen={state.settings.hotkey} />
        <AppearanceSection theme={state.settings.theme} />
        <SixSecondsSection />
        <ShopSections key={state.shopId} shopId={state.shopId} profile={state.shop} field={field} />
        <BackupSection isFolderChosen={state.settings.backupFolder !== null} />
        <PrivacySection buyers={state.settings.buyers} />
        <AboutSection dataDir={state.dataDir} version={state.appVersion} />
      </div>
    </div>
  )
}
