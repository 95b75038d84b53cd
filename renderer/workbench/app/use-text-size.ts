import { useEffect, useRef } from 'react'
import type { TextSize } from '../../../shared/model/settings.ts'
import { rpc } from '../../client/index.ts'
import { applyTextSize } from '../../ui/theme.ts'
import { useAppState } from '../data/queries.ts'
import { askedTextSize } from './text-size.ts'

/**
 * The window's text as large as it was set; Ctrl with +, − and 0 sets it. A browser has these keys for itself, and
 * remembers what they did: there it is left alone.
 */
export function useTextSize(): void {
  const state = useAppState().data
  const isOurs = state?.capabilities.host === 'electron'
  const kept = state?.settings.workbenchText ?? 100
  /** What was asked for last, before it has been kept: strokes follow one another faster. */
  const wanted = useRef<TextSize>(kept)
  /** Strokes of which it is not known yet that they were kept. */
  const underWay = useRef(0)

  useEffect(() => {
    // What an earlier stroke came to is no news to whoever has gone on since.
    if (underWay.current > 0) return
    wanted.current = kept
    if (isOurs) applyTextSize(kept)
  }, [kept, isOurs])

  useEffect(() => {
    if (!isOurs) return
    const onKeyDown = (event: KeyboardEvent) => {
      const asked = askedTextSize(wanted.current, event)
      if (asked === null) return
      event.preventDefault()
      if (asked === wanted.current) return
      wanted.current = asked
      applyTextSize(asked)
      underWay.current += 1
      rpc.settings.update
        .mutate({ workbenchText: asked })
        // Not kept, it is as large until the window closes.
        .catch(() => undefined)
        .finally(() => {
          underWay.current -= 1
        })
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isOurs])
}
