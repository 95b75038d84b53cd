import { useMutation } from '@tanstack/react-query'
import { Button, Radio } from 'antd'
import {
  type PanelPlace,
  type Settings,
  Settings as SettingsSchema,
} from '../../../../shared/model/settings.ts'
import { rpc } from '../../../client/index.ts'
import { BusyButton } from '../../components/BusyButton.tsx'
import { useNotice } from '../../data/use-notice.tsx'
import { machineStrings } from '../../strings/machine.ts'
import { SettingsSection } from '../SettingsSection.tsx'
import styles from './Panel.module.css'
import { PanelSize } from './PanelSize.tsx'
import { PlacePreview } from './PlacePreview.tsx'
import { SpotChoice } from './SpotChoice.tsx'

type Look = Pick<Settings, 'panel' | 'panelText' | 'panelPlace'>

const words = machineStrings.panel
const MODES = ['near-chat', 'at-pointer', 'at-spot', 'as-dragged'] as const satisfies PanelPlace['mode'][]
const { panel, panelText, panelPlace } = SettingsSchema.parse({})
const BY_ITSELF: Look = { panel, panelText, panelPlace }

/** 面板: how large it is, how large its text, and where it opens; drawn small as it is chosen. */
export function PanelSection({ settings, isWindow }: { settings: Settings; isWindow: boolean }) {
  const notice = useNotice()
  const save = useMutation({
    mutationFn: (next: Partial<Look>) => rpc.settings.update.mutate(next),
    onError: notice.failed,
  })
  const show = useMutation({ mutationFn: () => rpc.panel.show.mutate(), onError: notice.failed })
  const look: Look = { ...settings, ...(save.isPending && save.variables) }
  const place = look.panelPlace
  const setPlace = (next: Partial<PanelPlace>) => save.mutate({ panelPlace: { ...place, ...next } })

  return (
    <SettingsSection id="panel" title={words.title} explanation={words.explanation}>
      <div className={styles.columns}>
        <div className={styles.choices}>
          {isWindow ? (
            <fieldset className={styles.group}>
              <legend>{words.place}</legend>
              <Radio.Group
                className={styles.modes}
                value={place.mode}
                onChange={(event) => setPlace({ mode: event.target.value as PanelPlace['mode'] })}
                options={MODES.map((mode) => ({ value: mode, label: words.modes[mode] }))}
              />
              {place.mode === 'at-spot' && (
                <SpotChoice spot={place.spot} onChange={(spot) => setPlace({ spot })} />
              )}
              {place.mode === 'as-dragged' && (
                <p className={styles.hint}>
                  {place.dragged ? words.dragged : words.neverDragged}
                  {place.dragged && (
                    <Button type="link" size="small" onClick={() => setPlace({ dragged: null })}>
                      {words.forget}
                    </Button>
                  )}
                </p>
              )}
            </fieldset>
          ) : (
            <p className={styles.hint}>{words.browser}</p>
          )}
          <PanelSize
            key={`${look.panel.width} ${look.panel.height} ${look.panelText}`}
            size={look.panel}
            text={look.panelText}
            isWindow={isWindow}
            onChange={(next) => save.mutate(next)}
          />
        </div>
        {isWindow && <PlacePreview size={look.panel} text={look.panelText} place={place} />}
      </div>
      <div className={styles.actions}>
        {isWindow && (
          <BusyButton isBusy={show.isPending} onClick={() => show.mutate()}>
            {words.try}
          </BusyButton>
        )}
        <Button type="text" onClick={() => save.mutate(BY_ITSELF)}>
          {words.reset}
        </Button>
      </div>
    </SettingsSection>
  )
}
