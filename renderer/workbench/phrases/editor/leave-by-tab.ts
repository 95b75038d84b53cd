import type { KeyboardEvent } from 'react'

/**
 * For lists of several choices: Tab goes on to the next field. By itself Ant Design takes the option under the cursor
 * with it, and a wording would go to buyers whom nobody chose.
 */
export function leaveByTab(event: KeyboardEvent): void {
  if (event.key === 'Tab') event.stopPropagation()
}
