import { useSyncExternalStore } from 'react'

/** Pixels of one rem. It follows the reader's text size, whenever that changes. */
export function useRem(): number {
  return useSyncExternalStore(onTextSize, remInPixels)
}

/** Asking the browser makes it work out all styles that have changed: too much for each time that something is drawn. */
let known: number | null = null

function remInPixels(): number {
  known ??= askForRem()
  return known
}

function askForRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}

function onTextSize(listener: () => void): () => void {
  const rem = document.createElement('div')
  rem.style.cssText = 'position:fixed;width:1rem;visibility:hidden'
  document.body.append(rem)
  // Told once when it begins, too: the size may have changed while nobody listened.
  const observer = new ResizeObserver(() => {
    known = askForRem()
    listener()
  })
  observer.observe(rem)
  return () => {
    observer.disconnect()
    rem.remove()
  }
}
