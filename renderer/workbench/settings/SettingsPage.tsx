import { Alert } from 'antd'
import { useEffect, useRef } from 'react'
import { chosenHotkeys } from '../../../shared/model/settings.ts'
import { messageOf } from '../../client/index.ts'
import { type AppState, useAppState } from '../data/queries.ts'
import { FollowUpsSection } from '../follow-ups/settings/FollowUpsSection.tsx'
import { strings } from '../strings.ts'
import { AboutSection } from './about/AboutSection.tsx'
import { SixSecondsSection } from './about/SixSecondsSection.tsx'
import { BackupSection } from './backup/BackupSection.tsx'
import { HotkeySection } from './hotkeys/HotkeySection.tsx'
import { AppearanceSection } from './machine/AppearanceSection.tsx'
import { StartupSection } from './machine/StartupSection.tsx'
import { NAV } from './nav-entries.ts'
import { PanelSection } from './panel/PanelSection.tsx'
import { PrivacySection } from './privacy/PrivacySection.tsx'
import styles from './Settings.module.css'
import { SettingsNav } from './SettingsNav.tsx'
import { AgentSection } from './shop/AgentSection.tsx'
import { ShopSections } from './shop/ShopSections.tsx'
import { ShopsSection } from './shop/ShopsSection.tsx'
import { SidecarSection } from './sidecar/SidecarSection.tsx'
import { TargetsSection } from './targets/TargetsSection.tsx'
import { useCurrentSection } from './use-current-section.ts'

const IDS = NAV.flatMap(({ entries }) => entries.map(({ id }) => id))

/** 设置: what belongs to this machine first, then the shops that scripts speak for, then data and whereabouts. */
export default function SettingsPage({ field }: { field: string | null }) {
  const { data: state, error } = useAppState()
  if (error) return <Alert className={styles.error} type="error" showIcon title={messageOf(error)} />
  return state ? <Sections state={state} field={field} /> : null
}

function go(id: string): void {
  const section = document.getElementById(id)
  section?.scrollIntoView({ block: 'start' })
  section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
}

function Sections({ state, field }: { state: AppState; field: string | null }) {
  const { settings, capabilities, hotkeys } = state
  const page = useRef<HTMLDivElement>(null)
  const current = useCurrentSection(page, IDS)
  // An address may name a section as it may name a field of the shop's form.
  useEffect(() => {
    if (field !== null && IDS.includes(field)) go(field)
  }, [field])
  return (
    <div className={styles.frame}>
      <SettingsNav current={current} onGo={go} />
      <div ref={page} className={styles.page}>
        <div className={styles.content}>
          <h1 className={styles.heading}>{strings.menu.settings}</h1>
          <HotkeySection
            states={hotkeys}
            chosen={chosenHotkeys(settings)}
            suggestsOnCopy={capabilities.paste ? settings.suggestsOnCopy : null}
          />
          <AppearanceSection settings={settings} isWindow={capabilities.host === 'electron'} />
          <PanelSection settings={settings} isWindow={capabilities.host === 'electron'} />
          <SidecarSection
            settings={settings.sidecar}
            capabilities={capabilities}
            known={state.targets}
            own={settings.targets}
          />
          <TargetsSection known={state.targets} own={settings.targets} capabilities={capabilities} />
          <StartupSection />
          <ShopsSection shops={state.shops} currentId={state.shopId} />
          <AgentSection shops={state.shops} />
          <ShopSections shopId={state.shopId} profile={state.shop} field={field} />
          <FollowUpsSection settings={settings.followUps} />
          <SixSecondsSection />
          <BackupSection isFolderChosen={settings.backupFolder !== null} />
          <PrivacySection buyers={settings.buyers} />
          <AboutSection
            dataDir={state.dataDir}
            version={state.appVersion}
            canOpenFolder={capabilities.openFolder}
          />
        </div>
      </div>
    </div>
  )
}
