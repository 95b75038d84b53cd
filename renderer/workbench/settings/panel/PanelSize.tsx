import { PANEL_LIMITS, type Settings } from '../../../../shared/model/settings.ts'
import { machineStrings } from '../../strings/machine.ts'
import { Amount } from './Amount.tsx'
import styles from './Panel.module.css'

interface PanelSizeProps {
  size: Settings['panel']
  text: number
  /** In a browser the size is the browser's affair. */
  isWindow: boolean
  onChange: (next: Partial<Pick<Settings, 'panel' | 'panelText'>>) => void
}

const words = machineStrings.panel
const TEXT_STEP = 5

/** Width and height in pixels, the text in per cent; each is taken when the person has settled on it. */
export function PanelSize({ size, text, isWindow, onChange }: PanelSizeProps) {
  return (
    <div className={styles.sizes}>
      {isWindow &&
        (['width', 'height'] as const).map((side) => (
          <Amount
            key={side}
            label={words[side]}
            unit={words.pixels}
            step={20}
            limits={PANEL_LIMITS[side]}
            value={size[side]}
            onSettled={(value) => onChange({ panel: { ...size, [side]: value } })}
          />
        ))}
      <Amount
        label={words.text}
        unit="%"
        step={TEXT_STEP}
        limits={PANEL_LIMITS.text}
        value={text}
        onSettled={(value) => onChange({ panelText: value })}
      />
    </div>
  )
}
