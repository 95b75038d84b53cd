import { useEffect } from 'react'
import { hasUnsaved } from './unsaved.ts'
import { useLeave } from './use-leave.ts'

/**
 * Keeps the window open while a form holds unsaved changes. A browser asks by itself; Electron only stays open,
 * so there the page asks, and closes the window when the changes may go.
 */
export function useGuardWindow(): void {
  const leave = useLeave()
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (!hasUnsaved()) return
      event.preventDefault()
      if (window.goldenSix) leave(() => window.close())
    }
    window.addEventListener('beforeunload', onBeforeUnload)
    return () => window.removeEventListener('beforeunload', onBeforeUnload)
  }, [leave])
}
