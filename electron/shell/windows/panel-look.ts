import type { Settings, SettingsPatch } from '../../../shared/model/settings.ts'

interface KeptSettings {
  read(): Settings
  update(patch: SettingsPatch): unknown
}

/** The panel's size and place, as the agent chose them, or made them by hand. */
export function panelLook({ read, update }: KeptSettings) {
  return {
    size: () => read().panel,
    place: () => read().panelPlace,
    onResized: (panel: Settings['panel']) => update({ panel }),
    onDragged: (dragged: Settings['panelPlace']['dragged']) =>
      update({ panelPlace: { ...read().panelPlace, dragged } }),
  }
}
