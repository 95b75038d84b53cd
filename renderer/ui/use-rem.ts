import { useSyncExternalStore } from 'react'

/** Pixels of one rem. It follows the reader's text size, whenever that changes. */
export function useRem(): number {
  return useSyncExternalStore(onTextSize, remInPixels)
}

function remInPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}

function onTextSize(listener: () => void): () => void {
  const rem = document.createElement('div')
  rem.style.cssText = 'position:fixed;width:1rem;visibility:hidden'
  document.body.append(rem)
  const observer = new ResizeObserver(listener)
  observer.observe(rem)
  return () => {
    observer.disconnect()
    rem.remove()
  }
}
