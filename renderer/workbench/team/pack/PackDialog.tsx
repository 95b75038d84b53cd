import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import type { PackDecisions } from '../../../../shared/model/team.ts'
import type { PhraseChange } from '../../../../shared/packs/compare.ts'
import { deskCodeOf, messageOf } from '../../../client/index.ts'
import { forgetUnsaved, useMarkUnsaved } from '../../app/unsaved.ts'
import { useLeave } from '../../app/use-leave.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import dialog from '../../components/import/Import.module.css'
import { Numbers } from '../../components/Numbers.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { teamStrings as words } from '../../strings/team.ts'
import { strings } from '../../strings.ts'
import type { OpenPack } from '../use-team.ts'
import { ChangeList } from './ChangeList.tsx'
import { decided, isAsked, stillDecided } from './decisions.ts'
import styles from './Pack.module.css'

const KINDS = Object.keys(words.preview.kinds) as PhraseChange['kind'][]

interface PackDialogProps {
  pack: OpenPack
  /** The person publishes the library, too. */
  isLead: boolean
  onClose: () => void
}

/** A pack before it comes in: whose it is, what it changes, and what the person has to decide. */
export function PackDialog({ pack, isLead, onClose }: PackDialogProps) {
  const notice = useNotice()
  const leave = useLeave()
  const [preview, setPreview] = useState(pack.preview)
  const [trusted, setTrusted] = useState<string | null>(null)
  const [decisions, setDecisions] = useState<PackDecisions>({})
  useMarkUnsaved('pack-decisions', Object.keys(decisions).length > 0)
  const apply = useMutation({
    mutationFn: () => pack.apply(preview, decisions),
    onSuccess({ library, notes }) {
      const done = words.preview.done(library.name, library.version)
      if (notes.length > 0) notice.warned(`${done}。${notes.join('。')}`)
      else notice.done(done)
    },
  })
  const onApply = () =>
    apply.mutate(undefined, {
      onSuccess() {
        forgetUnsaved()
        onClose()
      },
    })
  // It became another since it was opened: what was decided of what is the same stays.
  const lookAgain = useMutation({
    mutationFn: pack.look,
    onSuccess(now) {
      setDecisions((before) => stillDecided(before, preview.changes, now.changes))
      setPreview(now)
      apply.reset()
    },
  })
  const isTrusted = preview.trust === 'known' || trusted === preview.fingerprint
  const undecided = preview.changes.filter(
    (change) => isAsked(change) && !Object.hasOwn(decisions, change.id),
  )
  const isBusy = apply.isPending || lookAgain.isPending
  const trouble = lookAgain.error ?? apply.error
  const declined = Object.values(decisions).filter((decision) => decision === 'skip').length
  const hidden = Object.values(preview.totals).reduce((sum, count) => sum + count, 0) - preview.changes.length
  return (
    <Modal
      open
      width={820}
      className={dialog.dialog ?? ''}
      title={words.preview.title(preview.library.name, preview.version)}
      // Whoever closed it now would not hear what came of it.
      mask={{ closable: !isBusy }}
      keyboard={!isBusy}
      closable={!isBusy}
      onCancel={() => leave(onClose)}
      footer={
        <div className={dialog.footer}>
          <span className={styles.state} aria-live="polite">
            {undecided.length > 0 && (
              <span className={styles.lacking}>{words.preview.undecided(undecided.length)}</span>
            )}
            {declined > 0 && <span>{words.preview.declined(declined)}</span>}
          </span>
          <span className={dialog.gap} />
          <Button disabled={isBusy} onClick={() => leave(onClose)}>
            {strings.cancel}
          </Button>
          <BusyButton
            type="primary"
            isBusy={apply.isPending}
            disabled={!isTrusted || undecided.length > 0 || lookAgain.isPending}
            onClick={onApply}
          >
            {preview.trust === 'new' ? words.preview.apply : words.preview.applyUpdate}
          </BusyButton>
        </div>
      }
    >
      <div className={styles.pack}>
        {preview.message && <p className={styles.message}>{preview.message}</p>}
        <p className={styles.about}>
          {preview.present === null ? words.preview.first : words.preview.from(preview.present)}
          {' · '}
          {words.publishedBy(preview.publisher)}
          {' · '}
          {preview.allowsEdits ? words.editable : words.readOnly}
          {preview.mustUpdateBy && ` · ${words.mustUpdateBy(preview.mustUpdateBy)}`}
        </p>
        {preview.trust === 'new' && (
          <section className={styles.trust} aria-label={words.preview.trustTitle}>
            <p>{words.preview.trust}</p>
            <p className={styles.fingerprint}>{preview.fingerprint}</p>
            <Checkbox
              checked={isTrusted}
              onChange={(event) => setTrusted(event.target.checked ? preview.fingerprint : null)}
            >
              {words.preview.trusted}
            </Checkbox>
          </section>
        )}
        {isLead && preview.changes.length > 0 && <Alert type="info" showIcon title={words.preview.ofLead} />}
        <Numbers
          figures={KINDS.filter((kind) => preview.totals[kind] > 0 || kind === 'added').map((kind) => ({
            label: words.preview.kinds[kind],
            value: preview.totals[kind],
            isBad: kind === 'conflict' || kind.includes('-but-'),
          }))}
        />
        <Names title={words.preview.notes} names={preview.notes} />
        <Names title={words.preview.groupsAdded} names={preview.groups.added} />
        <Names title={words.preview.groupsRemoved} names={preview.groups.removed} />
        {preview.changes.length === 0 && <p className={styles.about}>{words.preview.nothing}</p>}
        <ChangeList
          changes={preview.changes}
          groupNames={preview.groupNames}
          decisions={decisions}
          onDecide={(id, decision) => setDecisions((now) => decided(now, id, decision))}
          onDecideMany={setDecisions}
        />
        {hidden > 0 && <p className={styles.about}>{words.preview.more(hidden)}</p>}
        {trouble && (
          <Alert
            type="error"
            showIcon
            title={messageOf(trouble)}
            action={
              deskCodeOf(apply.error) === 'release-changed' && (
                <BusyButton isBusy={lookAgain.isPending} onClick={() => lookAgain.mutate()}>
                  {words.preview.lookAgain}
                </BusyButton>
              )
            }
          />
        )}
      </div>
    </Modal>
  )
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <details className={styles.names}>
      <summary>{`${title} ${names.length}`}</summary>
      <ul>
        {names.map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may have one name, and the list never changes
          <li key={at}>{name}</li>
        ))}
      </ul>
    </details>
  )
}
