import { Copyable } from '../components/Copyable.tsx'
import { strings } from '../strings.ts'
import styles from './Settings.module.css'
import { SettingsSection } from './SettingsSection.tsx'

export function AboutSection({ dataDir, version }: { dataDir: string; version: string }) {
  return (
    <SettingsSection title={strings.settings.about} explanation={strings.settings.aboutExplanation}>
      <dl className={styles.facts}>
        <dt>{strings.settings.dataDir}</dt>
        <dd className={styles.path}>
          <Copyable text={dataDir} />
        </dd>
        <dt>{strings.settings.version}</dt>
        <dd>{version}</dd>
      </dl>
    </SettingsSection>
  )
}
