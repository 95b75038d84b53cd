import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { rpc } from '../../../client/index.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { Copyable } from '../../components/Copyable.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { machineStrings } from '../../strings/machine.ts'
import { strings } from '../../strings.ts'
import { useTour } from '../../tour/tour-state.ts'
import styles from '../Settings.module.css'
import { SettingsSection } from '../SettingsSection.tsx'
import { Updates } from './Updates.tsx'

const LicencesDialog = lazy(() => import('./LicencesDialog.tsx'))

interface AboutSectionProps {
  dataDir: string
  version: string
  canOpenFolder: boolean
}

const words = machineStrings.about

/** 关于: what runs here, where its data is, what it is made of, and what to send along with a report. */
export function AboutSection({ dataDir, version, canOpenFolder }: AboutSectionProps) {
  const notice = useNotice()
  const [areLicencesOpen, setLicencesOpen] = useState(false)
  const open = useMutation({
    mutationFn: () => rpc.settings.openDataFolder.mutate(),
    onSuccess: (trouble) => trouble && notice.warned(trouble),
    onError: notice.failed,
  })
  const diagnose = useMutation({
    mutationFn: () => rpc.settings.diagnostics.query(),
    onSuccess: (text) => notice.copy(text, words.diagnostics),
    onError: notice.failed,
  })
  return (
    <SettingsSection
      id="about"
      title={strings.settings.about}
      explanation={strings.settings.aboutExplanation}
    >
      <dl className={styles.facts}>
        <dt>{strings.settings.version}</dt>
        <dd>{version}</dd>
        <dt>{strings.settings.dataDir}</dt>
        <dd className={styles.path}>
          <Copyable text={dataDir} />
          {canOpenFolder && (
            <BusyButton size="small" type="link" isBusy={open.isPending} onClick={() => open.mutate()}>
              {words.openFolder}
            </BusyButton>
          )}
        </dd>
      </dl>
      <Updates />
      <div className={styles.aboutActions}>
        <Button onClick={useTour.getState().begin}>{words.tour}</Button>
        <BusyButton isBusy={diagnose.isPending} onClick={() => diagnose.mutate()}>
          {words.diagnostics}
        </BusyButton>
        <Button onClick={() => setLicencesOpen(true)}>{words.licences}</Button>
      </div>
      <p className={styles.explanation}>{words.diagnosticsHint}</p>
      {areLicencesOpen && (
        <Suspense fallback={null}>
          <LicencesDialog onClose={() => setLicencesOpen(false)} />
        </Suspense>
      )}
    </SettingsSection>
  )
}
