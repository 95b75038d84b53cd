import { useMutation } from '@tanstack/react-query'
import { Alert, App } from 'antd'
import { messageOf, rpc } from '../../../client/index.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { useProtection } from '../../customers/use-customers.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { privacyStrings as words } from '../../strings/privacy.ts'
import styles from './Privacy.module.css'

/** What protects buyers' data on this machine, why not better, and the way out where it cannot be opened. */
export function Protection() {
  const { data: protection, error } = useProtection()
  return (
    <section className={styles.protection} aria-label={words.protection}>
      <h3>{words.protection}</h3>
      {error && <Alert type="error" showIcon title={messageOf(error)} />}
      {protection?.state === 'system' && <p>{words.states.system}</p>}
      {protection?.state === 'file' && (
        <>
          <p>
            {words.states.file}
            {protection.why}。
          </p>
          <p className={styles.hint}>{words.fileAdvice}</p>
        </>
      )}
      {protection?.state === 'locked' && (
        <Alert
          type="warning"
          showIcon
          title={protection.why}
          description={`${protection.advice}。`}
          action={<StartOver />}
        />
      )}
    </section>
  )
}

function StartOver() {
  const { modal } = App.useApp()
  const notice = useNotice()
  const startOver = useMutation({
    mutationFn: () => rpc.customers.startOver.mutate(),
    onSuccess: () => notice.done(words.startedOver),
    onError: notice.failed,
  })
  const ask = () =>
    modal.confirm({
      title: words.startOverTitle,
      content: words.startOverExplanation,
      okText: words.startOverNow,
      okButtonProps: { danger: true },
      autoFocusButton: 'cancel',
      onOk: () => startOver.mutate(),
    })
  return (
    <BusyButton size="small" danger isBusy={startOver.isPending} onClick={ask}>
      {words.startOver}
    </BusyButton>
  )
}
