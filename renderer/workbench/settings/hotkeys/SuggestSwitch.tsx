import { useMutation } from '@tanstack/react-query'
import { Switch } from 'antd'
import { useId } from 'react'
import { rpc } from '../../../client/index.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { strings } from '../../strings.ts'
import styles from '../Settings.module.css'

const words = strings.settings.hotkey

/** Whether a buyer's message that is copied in a chat window brings up what it could be answered with. */
export function SuggestSwitch({ isOn }: { isOn: boolean }) {
  const id = useId()
  const notice = useNotice()
  const set = useMutation({
    mutationFn: (suggestsOnCopy: boolean) => rpc.settings.update.mutate({ suggestsOnCopy }),
    onError: notice.failed,
  })
  return (
    <>
      <div className={styles.switchLine}>
        <Switch
          id={id}
          checked={set.isPending ? set.variables : isOn}
          aria-describedby={`${id}-hint`}
          onChange={(next) => set.mutate(next)}
        />
        <label htmlFor={id}>{words.suggest}</label>
      </div>
      <p id={`${id}-hint`} className={styles.explanation}>
        {words.suggestHint}
      </p>
    </>
  )
}
