import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useCallback, useEffect, useEffectEvent } from 'react'
import { messageOf, rpc } from '../../../client/index.ts'
import { KEYS } from '../../data/queries.ts'
import { STEP_NOTICE } from '../../data/use-offer-undo.ts'
import { wayOfKey } from './keys.ts'
import { turned, type Way } from './turned.ts'

const NOTICE_SECONDS = 6

/** What can be undone and redone now. */
export const useUndoState = () =>
  useQuery({ queryKey: [KEYS.undo], queryFn: () => rpc.undo.state.query() }).data ?? {
    undo: null,
    redo: null,
  }

/**
 * Undoes and redoes the library's changes, and says which; a `step` only while it is the next. The desk tells every page
 * afterwards.
 */
export function useTurn(): (way: Way, step?: number) => void {
  const { message } = App.useApp()
  return useCallback(
    function turn(way: Way, step?: number) {
      rpc.undo[way].mutate(step === undefined ? undefined : { step }).then(
        ({ done }) => {
          const { text, back } = turned(way, done)
          const content = (
            <>
              {text}
              <Button type="link" size="small" onClick={() => turn(back.way, back.step)}>
                {back.word}
              </Button>
            </>
          )
          void message.open({ key: STEP_NOTICE, type: 'success', duration: NOTICE_SECONDS, content })
        },
        (error) => void message.open({ key: STEP_NOTICE, type: 'error', content: messageOf(error) }),
      )
    },
    [message],
  )
}

/** Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z wherever a field or a sheet does not take them for itself. */
export function useUndoKeys(): void {
  const turn = useTurn()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const way = wayOfKey(event)
    if (!way || event.defaultPrevented || isElsewhere(event.target)) return
    event.preventDefault()
    turn(way)
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

const TEXT_FIELDS =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]'

/** Text has its own way back, and what a dialog is about should not change behind it. */
function isElsewhere(target: EventTarget | null): boolean {
  if (target instanceof Element && target.closest(TEXT_FIELDS)) return true
  return [...document.querySelectorAll('[role=dialog]')].some((dialog) => dialog.checkVisibility())
}
