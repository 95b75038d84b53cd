import { useEffect, useState } from 'react'
import type { PhraseQuery } from '../../../../shared/model/phrase-listing.ts'
import { rpc } from '../../../client/index.ts'
import { showWritten, useView } from '../view.ts'

/** A row to go to: that of a phrase which was written just now. */
export interface WrittenRow {
  id: string
  index: number
}

/** Where a phrase that was written just now stands; null where there is none, or the query leaves it out. */
export function useWrittenRow(query: PhraseQuery): { written: WrittenRow | null; onSeen: () => void } {
  const id = useView((view) => view.written)
  const [found, setFound] = useState<{ query: PhraseQuery; row: WrittenRow } | null>(null)
  useEffect(() => {
    if (id === null) return
    let isWanted = true
    const show = (index: number | null) => {
      if (!isWanted) return
      if (index !== null) setFound({ query, row: { id, index } })
      showWritten(null)
    }
    // Who cannot be told where it stands finds it by its title.
    rpc.phrases.placeOf.query({ query, id }).then(show, () => show(null))
    return () => {
      isWanted = false
    }
  }, [id, query])
  return { written: found?.query === query ? found.row : null, onSeen: () => setFound(null) }
}
