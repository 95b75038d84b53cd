import { useMutation } from '@tanstack/react-query'
import { Button, Radio, Switch } from 'antd'
import { useId } from 'react'
import type { Capabilities } from '../../../../shared/model/desktop.ts'
import type { KnownTargets, PasteTarget } from '../../../../shared/model/paste-target.ts'
import { SIDECAR_WIDTH, type SidecarSettings } from '../../../../shared/model/sidecar.ts'
import { rpc } from '../../../client/index.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { sidecarStrings } from '../../strings/sidecar.ts'
import { Amount } from '../panel/Amount.tsx'
import panel from '../panel/Panel.module.css'
import styles from '../Settings.module.css'
import { SettingsSection } from '../SettingsSection.tsx'
import { listedTargets } from '../targets/target-form.ts'
import sidecar from './Sidecar.module.css'

interface SidecarSectionProps {
  settings: SidecarSettings
  capabilities: Pick<Capabilities, 'host' | 'docking'>
  known: KnownTargets | null
  own: readonly PasteTarget[]
}

const words = sidecarStrings
const SIDES = ['right', 'left'] as const
const STEP = 10

/** 侧边栏: whether it is there, on which side of the chat, and how wide. */
export function SidecarSection({ settings, capabilities, known, own }: SidecarSectionProps) {
  return (
    <SettingsSection id="sidecar" title={words.title} explanation={words.explanation}>
      {capabilities.docking ? (
        <Choices settings={settings} programs={known ? listedTargets(known, own).map(nameOf) : []} />
      ) : (
        <p className={panel.hint}>{capabilities.host === 'browser' ? words.browser : words.noDocking}</p>
      )}
    </SettingsSection>
  )
}

const nameOf = ({ target }: { target: PasteTarget }): string => target.name

function Choices({ settings, programs }: { settings: SidecarSettings; programs: readonly string[] }) {
  const id = useId()
  const notice = useNotice()
  const save = useMutation({
    // Of what is kept by now: the sidecar itself may have been detached or closed meanwhile.
    async mutationFn(change: Partial<SidecarSettings>) {
      const kept = (await rpc.app.state.query()).settings.sidecar
      await rpc.settings.update.mutate({ sidecar: { ...kept, ...change } })
    },
    onError: notice.failed,
  })
  const now = { ...settings, ...(save.isPending && save.variables) }
  return (
    <div className={sidecar.choices}>
      <div>
        <div className={styles.switchLine}>
          <Switch
            id={id}
            checked={now.isOn}
            aria-describedby={`${id}-hint`}
            onChange={(isOn) => save.mutate({ isOn })}
          />
          <label htmlFor={id}>{words.switch}</label>
        </div>
        <p id={`${id}-hint`} className={panel.hint}>
          {words.follows(programs.join('、'))}
        </p>
      </div>
      <fieldset className={panel.group}>
        <legend>{words.side}</legend>
        <Radio.Group
          value={now.side}
          disabled={!now.isOn}
          onChange={(event) => save.mutate({ side: event.target.value as SidecarSettings['side'] })}
          options={SIDES.map((side) => ({ value: side, label: words.sides[side] }))}
        />
        <p className={panel.hint}>{words.sideHint}</p>
      </fieldset>
      <Amount
        key={now.width}
        label={words.width}
        unit={words.pixels}
        step={STEP}
        limits={SIDECAR_WIDTH}
        value={now.width}
        onSettled={(width) => save.mutate({ width })}
      />
      {now.isOn && now.detachedAt && (
        <p className={panel.hint}>
          {words.detached}
          <Button type="link" size="small" onClick={() => save.mutate({ detachedAt: null })}>
            {words.dock}
          </Button>
        </p>
      )}
    </div>
  )
}
