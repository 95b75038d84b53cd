import { useState } from 'react'

export type View = 'cards' | 'table'

const KEY = 'golden-six:products-view'

/** Cards or table, as this window was last set to. */
export function useView(): [View, (view: View) => void] {
  const [view, setView] = useState<View>(() => (localStorage.getItem(KEY) === 'table' ? 'table' : 'cards'))
  return [
    view,
    (next) => {
      localStorage.setItem(KEY, next)
      setView(next)
    },
  ]
}
