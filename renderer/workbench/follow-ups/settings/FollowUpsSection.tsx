import { useMutation } from '@tanstack/react-query'
import { Button, Input, Switch } from 'antd'
import { useState } from 'react'
import { SHIFT_NAMES, SHIFTS } from '../../../../shared/follow-ups/shifts.ts'
import { FollowUpSettings } from '../../../../shared/model/follow-up.ts'
import { wordsOf } from '../../../../shared/model/issue-words.ts'
import { rpc } from '../../../client/index.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { SettingsSection } from '../../settings/SettingsSection.tsx'
import { followUpStrings } from '../../strings/follow-ups.ts'
import styles from './FollowUpsSection.module.css'

const words = followUpStrings.settings

/** 设置 › 跟单: when the shifts begin, and what a reminder says of the buyer. */
export function FollowUpsSection({ settings }: { settings: FollowUpSettings }) {
  const notice = useNotice()
  const [shifts, setShifts] = useState(settings.shifts)
  const change = useMutation({
    mutationFn: (next: FollowUpSettings) => rpc.settings.update.mutate({ followUps: next }),
    onError: notice.failed,
  })
  const isChanged = SHIFTS.some((shift) => shifts[shift] !== settings.shifts[shift])
  const parsed = FollowUpSettings.shape.shifts.safeParse(shifts)
  const [problem] = parsed.success ? [] : parsed.error.issues
  const saveShifts = async () => {
    await change.mutateAsync({ ...settings, shifts })
    notice.done(words.saved)
  }
  return (
    <SettingsSection id="follow-ups" title={words.title} explanation={words.explanation}>
      <fieldset className={styles.shifts}>
        <legend>{words.shifts}</legend>
        {SHIFTS.map((shift) => (
          <span key={shift} className={styles.shift}>
            <label htmlFor={`shift-${shift}`}>{words.shiftLabel(SHIFT_NAMES[shift])}</label>
            <Input
              id={`shift-${shift}`}
              type="time"
              aria-invalid={problem !== undefined}
              value={shifts[shift]}
              onChange={(event) => setShifts({ ...shifts, [shift]: event.target.value })}
            />
          </span>
        ))}
        {isChanged && (
          <Button disabled={problem !== undefined} onClick={() => void saveShifts().catch(() => {})}>
            {words.save}
          </Button>
        )}
      </fieldset>
      <p className={styles.problem} role="status">
        {problem && wordsOf(problem)}
      </p>
      <div className={styles.row}>
        <Switch
          id="follow-up-names"
          checked={settings.showsNicknames}
          aria-describedby="follow-up-names-hint"
          onChange={(showsNicknames) => change.mutate({ ...settings, showsNicknames })}
        />
        <label htmlFor="follow-up-names">{words.names}</label>
      </div>
      <p id="follow-up-names-hint" className={styles.hint}>
        {words.namesHint}
      </p>
    </SettingsSection>
  )
}
