import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

export const loadPhrases = () => import('../phrases/PhrasesPage.tsx')

/**
 * Where one goes most often is there at once: while the window has nothing to do, its script and first rows are fetched.
 *
 * @returns whether the page can now be drawn out of sight, too; no longer once it has been open
 */
export function usePhrasesAhead(isOpen: boolean): boolean {
  const client = useQueryClient()
  const [isFetched, setFetched] = useState(false)
  const [wasOpen, setWasOpen] = useState(isOpen)
  if (isOpen && !wasOpen) setWasOpen(true)

  useEffect(() => {
    if (wasOpen) return
    const waiting = requestIdleCallback(() => {
      // What does not come now comes when the page is opened, and says then what is wrong.
      loadPhrases()
        .then(({ askAhead }) => askAhead(client))
        .then(
          () => setFetched(true),
          () => {},
        )
    })
    return () => cancelIdleCallback(waiting)
  }, [client, wasOpen])

  return isFetched && !wasOpen
}
