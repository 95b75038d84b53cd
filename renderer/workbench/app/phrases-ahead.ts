import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

export const loadPhrases = () => import('../phrases/PhrasesPage.tsx')

/** Where one goes most often is there at once: its script and first rows are fetched while the window has nothing to do. */
export function usePhrasesAhead(): void {
  const client = useQueryClient()
  useEffect(() => {
    const waiting = requestIdleCallback(() => {
      // What does not come now comes when the page is opened, and says then what is wrong.
      loadPhrases().then(
        ({ askAhead }) => askAhead(client),
        () => {},
      )
    })
    return () => cancelIdleCallback(waiting)
  }, [client])
}
