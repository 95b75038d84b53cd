import { z } from 'zod'

/** Bounds of the sidecar's width in DIP. */
export const SIDECAR_WIDTH = { min: 320, max: 420 } as const

/** The sidecar beside the chat window, as the agent wants it. */
export const SidecarSettings = z.object({
  isOn: z.boolean(),
  /** Of the chat window; the other one where this has no room. */
  side: z.enum(['right', 'left']),
  /** DIP. */
  width: z.int().min(SIDECAR_WIDTH.min).max(SIDECAR_WIDTH.max),
  /** Upper left corner where the agent put it, DIP; null while it follows the chat window. */
  detachedAt: z.object({ x: z.int(), y: z.int() }).nullable(),
})
export type SidecarSettings = z.infer<typeof SidecarSettings>

export const USUAL_SIDECAR: SidecarSettings = {
  isOn: true,
  side: 'right',
  width: 360,
  detachedAt: null,
}
