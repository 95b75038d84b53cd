import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Capabilities } from '../../../../shared/model/desktop.ts'
import type { KnownTargets, PasteTarget } from '../../../../shared/model/paste-target.ts'
import { rpc } from '../../../client/index.ts'
import { PlusIcon } from '../../components/icons.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { machineStrings } from '../../strings/machine.ts'
import { SettingsSection } from '../SettingsSection.tsx'
import { TargetDialog } from './TargetDialog.tsx'
import { TargetRow } from './TargetRow.tsx'
import styles from './Targets.module.css'
import { Trial } from './Trial.tsx'
import {
  listedTargets,
  newTarget,
  type TargetForm,
  withoutTarget,
  withTarget,
  withTargetBack,
} from './target-form.ts'

interface TargetsSectionProps {
  /** Null where nothing can be pasted. */
  known: KnownTargets | null
  own: readonly PasteTarget[]
  capabilities: Capabilities
}

const words = machineStrings.targets

/** 聊天软件: how each chat program is pasted into, changed and tried. */
export function TargetsSection({ known, own, capabilities }: TargetsSectionProps) {
  const notice = useNotice()
  const [editing, setEditing] = useState<{ id: string; title: string; initial: TargetForm } | null>(null)
  const [tried, setTried] = useState<PasteTarget | null>(null)
  // Of what is kept by now: this list may be of before another change, and undoing one is to leave the others.
  const save = useMutation({
    async mutationFn(change: (kept: readonly PasteTarget[]) => readonly PasteTarget[]) {
      const { settings } = await rpc.app.state.query()
      await rpc.settings.update.mutate({ targets: [...change(settings.targets)] })
    },
    onError: notice.failed,
  })
  const trial = useMutation({ mutationFn: (target: PasteTarget) => rpc.settings.tryPaste.mutate(target) })

  const keep = async (target: PasteTarget) => {
    await save.mutateAsync((kept) => withTarget(kept, target))
    setEditing(null)
    notice.done(words.saved(target.name))
  }
  const drop = (target: PasteTarget) => {
    const place = own.findIndex(({ id }) => id === target.id)
    const takeBack = () => save.mutate((kept) => withTargetBack(kept, target, place))
    save.mutate((kept) => withoutTarget(kept, target), {
      onSuccess: () => notice.undoable(words.removed(target.name), takeBack),
    })
  }

  return (
    <SettingsSection id="targets" title={words.title} explanation={words.explanation}>
      {known === null && (
        <p className={styles.hint}>{capabilities.host === 'browser' ? words.browser : words.noDesktop}</p>
      )}
      {known && (
        <>
          <ul className={styles.targets} aria-label={words.list}>
            {listedTargets(known, own).map(({ target, origin }) => (
              <TargetRow
                key={target.id}
                target={target}
                origin={origin}
                isTrying={trial.isPending}
                onTry={() => {
                  setTried(target)
                  trial.mutate(target)
                }}
                onEdit={() =>
                  setEditing({ id: target.id, title: words.editNamed(target.name), initial: target })
                }
                onDrop={() => drop(target)}
              />
            ))}
            <li className={styles.row}>
              <div className={styles.what}>
                <strong>{words.other}</strong>
                <p className={styles.hint}>
                  {words.otherHint} · {words.keyNames[known.other.pasteKeys]}
                </p>
              </div>
            </li>
          </ul>
          <Button
            icon={<PlusIcon />}
            onClick={() => setEditing({ id: ownId(), title: words.add, initial: newTarget(known) })}
          >
            {words.add}
          </Button>
          <Trial
            name={tried?.name ?? ''}
            isTrying={trial.isPending}
            outcome={trial.data ?? null}
            error={trial.error}
          />
        </>
      )}
      {editing && (
        <TargetDialog
          key={editing.id}
          {...editing}
          isSaving={save.isPending}
          onSave={(target) => void keep(target).catch(() => {})}
          onClose={() => setEditing(null)}
        />
      )}
    </SettingsSection>
  )
}

const ownId = () => `own-${crypto.randomUUID()}`
