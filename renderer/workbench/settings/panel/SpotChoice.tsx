import { PANEL_SPOTS, type PanelSpot } from '../../../../shared/model/settings.ts'
import { machineStrings } from '../../strings/machine.ts'
import styles from './Panel.module.css'

interface SpotChoiceProps {
  spot: PanelSpot
  onChange: (spot: PanelSpot) => void
}

const words = machineStrings.panel

/** The display in nine parts, laid out as they lie. */
export function SpotChoice({ spot, onChange }: SpotChoiceProps) {
  return (
    <div className={styles.spots} role="radiogroup" aria-label={words.spot}>
      {PANEL_SPOTS.map((one) => (
        <label key={one} className={styles.spot}>
          <input type="radio" name="panel-spot" checked={one === spot} onChange={() => onChange(one)} />
          <span>{words.spots[one]}</span>
        </label>
      ))}
    </div>
  )
}
