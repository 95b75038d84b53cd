import type { MouseEvent } from 'react'

/** For what is clicked while one types: the press acts, the caret stays in the query. */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault()
}
