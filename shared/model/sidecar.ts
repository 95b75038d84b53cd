import { z } from 'zod'

/** Bounds of the sidecar's width in DIP. */
export const SIDECAR_WIDTH = { min: 320, max: 420 } as const

/** The sidecar beside the chat window, as the agent wants it. */
export const SidecarSettings = z.object({
  side: z.enum(['off', 'right', 'left']),
  /** DIP. */
  width: z.int().min(SIDECAR_WIDTH.min).max(SIDECAR_WIDTH.max),
  /** Upper left corner where the agent put it, DIP; null while it follows the chat window. */
  detachedAt: z.object({ x: z.int(), y: z.int() }).nullable(),
})
export type SidecarSettings = z.infer<typeof SidecarSettings>

export const USUAL_SIDECAR: SidecarSettings = { side: 'right', width: 360, detachedAt: null }

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
