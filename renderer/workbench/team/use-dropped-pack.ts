import { useEffect } from 'react'
import type { Route } from '../app/route.ts'
import { useNotice } from '../data/use-notice.tsx'
import { givePack, isPack } from './give-pack.ts'

/**
 * A pack that is dropped anywhere on the window opens in 团队. Any other file that no place of a page takes is left
 * alone: a browser would leave the page for it.
 */
export function useDroppedPack(go: (next: Route) => void): void {
  const { failed } = useNotice()

  useEffect(() => {
    const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false
    const onDragOver = (event: DragEvent) => holdsFiles(event) && event.preventDefault()
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      const pack = [...(event.dataTransfer?.files ?? [])].find(isPack)
      if (!pack) return
      event.stopPropagation()
      givePack(pack).then((packId) => go({ page: 'team', packId }), failed)
    }
    // Before the page under the pointer: 话术 would take it for a table.
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('drop', onDrop, { capture: true })
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('drop', onDrop, { capture: true })
    }
  }, [go, failed])
}
