import { useMutation } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { ShopProfile } from '../../../../shared/model/shop.ts'
import type { ShopSummary } from '../../../../shared/model/shop-summary.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { forgetUnsaved } from '../../app/unsaved.ts'
import { useLeave } from '../../app/use-leave.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { PlusIcon } from '../../components/icons.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { shopsStrings as words } from '../../strings/shops.ts'
import { strings } from '../../strings.ts'
import { SettingsSection } from '../SettingsSection.tsx'
import { NewShopDialog } from './NewShopDialog.tsx'
import styles from './Shops.module.css'

interface ShopsSectionProps {
  shops: readonly ShopSummary[]
  currentId: string
}

/** Every shop the agent answers for: which one scripts speak for, and new ones, other names, fewer of them. */
export function ShopsSection({ shops, currentId }: ShopsSectionProps) {
  const [isCreating, setCreating] = useState(false)
  return (
    <SettingsSection id="shops" title={words.title} explanation={words.explanation}>
      <ul className={styles.shops} aria-label={words.list}>
        {shops.map((shop) => (
          <ShopRow key={shop.id} shop={shop} isCurrent={shop.id === currentId} isOnly={shops.length === 1} />
        ))}
      </ul>
      <Button icon={<PlusIcon />} onClick={() => setCreating(true)}>
        {words.create}
      </Button>
      <p className={styles.hint}>{words.panelHint}</p>
      {isCreating && (
        <NewShopDialog
          current={shops.find(({ id }) => id === currentId)}
          onClose={() => setCreating(false)}
        />
      )}
    </SettingsSection>
  )
}

interface ShopRowProps {
  shop: ShopSummary
  isCurrent: boolean
  isOnly: boolean
}

function ShopRow({ shop: { id, name }, isCurrent, isOnly }: ShopRowProps) {
  const [isRenaming, setRenaming] = useState(false)
  const { modal } = App.useApp()
  const notice = useNotice()
  // What the form below holds unsaved is the current shop's.
  const leave = useLeave()
  const switchTo = useMutation({
    mutationFn: () => rpc.shops.switchTo.mutate(id),
    onSuccess: () => notice.done(words.switched(name)),
    onError: notice.failed,
  })
  const restore = useMutation({
    mutationFn: () => rpc.shops.restore.mutate(id),
    onError: notice.failed,
  })
  const remove = useMutation({
    mutationFn: () => rpc.shops.remove.mutate(id),
    onSuccess: () => notice.undoable(words.removed(name), () => restore.mutate()),
    onError: notice.failed,
  })
  const ask = () =>
    modal.confirm({
      title: words.removeQuestion(name),
      content: words.removeExplanation,
      okText: words.remove,
      okButtonProps: { danger: true },
      cancelText: strings.cancel,
      autoFocusButton: 'cancel',
      onOk() {
        // What the form held of this shop goes with it.
        if (isCurrent) forgetUnsaved()
        return remove.mutateAsync().catch(() => {})
      },
    })

  if (isRenaming) return <RenameRow id={id} name={name} onDone={() => setRenaming(false)} />
  return (
    <li className={styles.row}>
      <span className={styles.name}>{name}</span>
      {isCurrent ? (
        <span className={styles.current}>{words.current}</span>
      ) : (
        <BusyButton
          size="small"
          aria-label={words.switchToNamed(name)}
          isBusy={switchTo.isPending}
          onClick={() => leave(() => switchTo.mutate())}
        >
          {words.switchTo}
        </BusyButton>
      )}
      <Button
        size="small"
        type="text"
        aria-label={words.renameNamed(name)}
        onClick={() => (isCurrent ? leave(() => setRenaming(true)) : setRenaming(true))}
      >
        {words.rename}
      </Button>
      <Button
        size="small"
        type="text"
        danger
        aria-label={words.removeNamed(name)}
        title={isOnly ? words.onlyOne : undefined}
        disabled={isOnly}
        onClick={ask}
      >
        {words.remove}
      </Button>
    </li>
  )
}

function RenameRow({ id, name, onDone }: { id: string; name: string; onDone: () => void }) {
  const [next, setNext] = useState(name)
  const [refusal, setRefusal] = useState<string | null>(null)
  const rename = useMutation({
    mutationFn: (to: string) => rpc.shops.rename.mutate({ id, name: to }),
    onSuccess: onDone,
    onError: (error) => setRefusal(messageOf(error)),
  })
  const take = () => {
    const read = ShopProfile.shape.name.safeParse(next)
    if (read.success) rename.mutate(read.data)
    else setRefusal(read.error.issues[0]?.message ?? null)
  }
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <Input
          autoFocus
          aria-label={words.name}
          aria-invalid={refusal !== null}
          status={refusal ? 'error' : ''}
          maxLength={60}
          value={next}
          onChange={(event) => setNext(event.target.value)}
          onPressEnter={(event) => !event.nativeEvent.isComposing && take()}
          onKeyDown={(event) => event.key === 'Escape' && onDone()}
        />
        {refusal && (
          <p className={styles.refusal} role="alert">
            {refusal}
          </p>
        )}
      </div>
      <BusyButton size="small" type="primary" isBusy={rename.isPending} onClick={take}>
        {strings.save}
      </BusyButton>
      <Button size="small" onClick={onDone}>
        {strings.cancel}
      </Button>
    </li>
  )
}
