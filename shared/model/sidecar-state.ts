/**
 * How the sidecar stands. `away`: not to be seen; `beside`: whole, next to the chat window; `rib`: a strip, since there
 * is no room; `over`: drawn out of that; `detached`: where the agent put it.
 */
export type SidecarForm = 'away' | 'beside' | 'rib' | 'over' | 'detached'

export interface SidecarState {
  form: SidecarForm
  side: 'right' | 'left'
  /** The chat window that a click pastes into; null while there is none. `id` tells windows of one title apart. */
  target: { id: number; title: string; program: string } | null
}

export const NO_SIDECAR: SidecarState = { form: 'away', side: 'right', target: null }
