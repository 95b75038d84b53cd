import type { HotkeyState } from '../../../../shared/model/desktop.ts'
import { strings } from '../../strings.ts'
import { SettingsSection } from '../SettingsSection.tsx'
import { HotkeyRow } from './HotkeyRow.tsx'
import { HOTKEYS, type Hotkey } from './hotkeys.ts'
import { SuggestSwitch } from './SuggestSwitch.tsx'

interface HotkeySectionProps {
  /** Null where copies cannot be heard of. */
  suggestsOnCopy: boolean | null
  /** What became of registering each key. */
  states: Readonly<Record<Hotkey['id'], HotkeyState>>
  /** The accelerators the person chose, whether or not they could be registered. */
  chosen: Readonly<Record<Hotkey['id'], string>>
}

/** The keys that work in every window: shown, recorded anew, and what to do when another program holds them. */
export function HotkeySection({ states, chosen, suggestsOnCopy }: HotkeySectionProps) {
  const others = (hotkey: Hotkey) =>
    new Map(HOTKEYS.filter((other) => other !== hotkey).map(({ id, does }) => [chosen[id], does]))
  return (
    <SettingsSection
      id="hotkeys"
      title={strings.settings.hotkey.title}
      explanation={strings.settings.hotkey.explanation}
    >
      {HOTKEYS.map((hotkey) => (
        <HotkeyRow
          key={hotkey.id}
          hotkey={hotkey}
          state={states[hotkey.id]}
          chosen={chosen[hotkey.id]}
          others={others(hotkey)}
        />
      ))}
      {suggestsOnCopy !== null && <SuggestSwitch isOn={suggestsOnCopy} />}
    </SettingsSection>
  )
}
