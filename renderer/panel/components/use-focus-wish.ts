import { type RefObject, useEffect } from 'react'
import { usePanelState } from './panel-context.tsx'

const PLACES = {
  query: '[data-at=query]',
  'whole-query': '[data-at=query]',
  blank: '[data-at=blank]',
  chip: '[data-at=chip]',
}

/** Puts the caret where the state wants it, each time it says so anew. */
export function useFocusWish(root: RefObject<HTMLElement | null>): void {
  const wish = usePanelState(({ focus }) => focus)
  useEffect(() => {
    const places = root.current?.querySelectorAll<HTMLElement>(PLACES[wish.on]) ?? []
    const place = places[wish.on === 'blank' ? wish.index : places.length - 1]
    place?.focus()
    if (place instanceof HTMLInputElement && wish.on !== 'query') place.select()
  }, [root, wish])
}
