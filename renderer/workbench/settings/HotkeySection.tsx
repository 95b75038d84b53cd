import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { HotkeyState } from '../../../shared/model/desktop.ts'
import { messageOf, rpc } from '../../client/index.ts'
import { Keys } from '../components/Keys.tsx'
import { useNotice } from '../data/use-notice.tsx'
import { strings } from '../strings.ts'
import { keycaps } from './accelerator.ts'
import { HotkeyRecorder } from './HotkeyRecorder.tsx'
import styles from './Settings.module.css'
import { SettingsSection } from './SettingsSection.tsx'

interface HotkeySectionProps {
  /** What became of registering the hotkey. */
  hotkey: HotkeyState
  /** The accelerator the person chose, whether or not it could be registered. */
  chosen: string
}

/** The key that opens the panel anywhere: shown, recorded anew, and what to do when another program holds it. */
export function HotkeySection({ hotkey, chosen }: HotkeySectionProps) {
  const [isRecording, setRecording] = useState(false)
  const notice = useNotice()
  const rebind = useMutation({
    mutationFn: (accelerator: string) => rpc.settings.rebindHotkey.mutate(accelerator),
    onSuccess(state) {
      if (state.status === 'registered') notice.done(strings.settings.hotkey.changed)
    },
  })
  // A key that was just refused is told of until the next try; before that, how the present key fares.
  const conflict = rebind.data?.status === 'taken' ? rebind.data : hotkey.status === 'taken' ? hotkey : null

  return (
    <SettingsSection title={strings.settings.hotkey.title} explanation={strings.settings.hotkey.explanation}>
      <div className={styles.hotkey}>
        {isRecording ? (
          <HotkeyRecorder
            onRecorded={(accelerator) => {
              setRecording(false)
              rebind.mutate(accelerator)
            }}
            onCancel={() => setRecording(false)}
          />
        ) : (
          <>
            <Keys names={keycaps(hotkey.status === 'registered' ? hotkey.accelerator : chosen)} />
            <Button
              disabled={hotkey.status === 'unavailable'}
              loading={rebind.isPending}
              onClick={() => {
                rebind.reset()
                setRecording(true)
              }}
            >
              {strings.settings.hotkey.change}
            </Button>
          </>
        )}
      </div>
      {hotkey.status === 'unavailable' && <p className={styles.explanation}>{hotkey.reason}</p>}
      {rebind.error && <Alert type="error" showIcon title={messageOf(rebind.error)} />}
      {conflict && !isRecording && (
        <Alert
          type="warning"
          showIcon
          title={strings.settings.hotkey.taken(keycaps(conflict.accelerator).join(' + '))}
          description={
            <>
              <p>{conflict.reason}</p>
              <div className={styles.alternatives}>
                {conflict.alternatives.length > 0 && strings.settings.hotkey.alternatives}
                {conflict.alternatives.map((accelerator) => (
                  <Button key={accelerator} size="small" onClick={() => rebind.mutate(accelerator)}>
                    {keycaps(accelerator).join(' + ')}
                  </Button>
                ))}
              </div>
            </>
          }
        />
      )}
    </SettingsSection>
  )
}
