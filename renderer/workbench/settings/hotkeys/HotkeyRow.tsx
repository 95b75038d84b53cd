import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { HotkeyState } from '../../../../shared/model/desktop.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { Keys } from '../../components/Keys.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { strings } from '../../strings.ts'
import styles from '../Settings.module.css'
import { keycaps } from './accelerator.ts'
import { HotkeyRecorder } from './HotkeyRecorder.tsx'
import { type Hotkey, ownUseOf } from './hotkeys.ts'
import { whyReserved } from './reserved-keys.ts'

interface HotkeyRowProps {
  hotkey: Hotkey
  state: HotkeyState
  chosen: string
  /** The other keys that can be bound, with what they do. */
  others: ReadonlyMap<string, string>
}

const words = strings.settings.hotkey
const inWords = (accelerator: string) => keycaps(accelerator).join(' + ')

/** One key: what it does, what it is, and everything that may be wrong with it. */
export function HotkeyRow({ hotkey, state, chosen, others }: HotkeyRowProps) {
  const [isRecording, setRecording] = useState(false)
  /** Keys that the program uses for something else. */
  const [clash, setClash] = useState<string | null>(null)
  const notice = useNotice()
  const rebind = useMutation({
    mutationFn: (accelerator: string) => rpc.settings.rebindHotkey.mutate({ id: hotkey.id, accelerator }),
    onSuccess(answer) {
      if (answer.status === 'registered') notice.done(words.changed)
    },
  })

  const take = (accelerator: string) => {
    setRecording(false)
    const isClash = ownUseOf(accelerator, others) !== null
    setClash(isClash ? accelerator : null)
    if (!isClash) rebind.mutate(accelerator)
  }
  const current = state.status === 'registered' ? state.accelerator : chosen
  // A key that was just refused is told of until the next try; before that, how the present key fares.
  const conflict = rebind.data?.status === 'taken' ? rebind.data : state.status === 'taken' ? state : null
  const reserved = state.status === 'registered' ? whyReserved(current) : null

  return (
    <>
      <div className={styles.hotkey}>
        <span className={styles.hotkeyDoes}>{hotkey.does}</span>
        {isRecording ? (
          <HotkeyRecorder onRecorded={take} onCancel={() => setRecording(false)} />
        ) : (
          <>
            <Keys names={keycaps(current)} />
            <BusyButton
              aria-label={words.changeFor(hotkey.does)}
              disabled={state.status === 'unavailable'}
              isBusy={rebind.isPending}
              onClick={() => {
                rebind.reset()
                setClash(null)
                setRecording(true)
              }}
            >
              {words.change}
            </BusyButton>
            {current !== hotkey.byItself && state.status !== 'unavailable' && (
              <Button type="text" onClick={() => take(hotkey.byItself)}>
                {words.reset(inWords(hotkey.byItself))}
              </Button>
            )}
          </>
        )}
      </div>
      {state.status === 'unavailable' && <p className={styles.explanation}>{state.reason}</p>}
      {rebind.error && <Alert type="error" showIcon title={messageOf(rebind.error)} />}
      {clash && !isRecording && (
        <Alert
          type="warning"
          showIcon
          title={words.taken(inWords(clash))}
          description={words.ownUse(ownUseOf(clash, others) ?? '')}
        />
      )}
      {conflict && !clash && !isRecording && (
        <Alert
          type="warning"
          showIcon
          title={words.taken(inWords(conflict.accelerator))}
          description={
            <>
              <p>{conflict.reason}</p>
              <div className={styles.alternatives}>
                {conflict.alternatives.length > 0 && words.alternatives}
                {conflict.alternatives.map((accelerator) => (
                  <Button key={accelerator} size="small" onClick={() => take(accelerator)}>
                    {inWords(accelerator)}
                  </Button>
                ))}
              </div>
            </>
          }
        />
      )}
      {reserved && !conflict && !clash && !isRecording && (
        <Alert type="info" showIcon title={words.reserved(inWords(current))} description={reserved} />
      )}
    </>
  )
}
