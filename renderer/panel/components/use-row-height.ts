import { useSyncExternalStore } from 'react'
import { LENGTHS } from '../../ui/tokens.ts'

const ROW_REM = Number.parseFloat(LENGTHS.row)

/** The height of a row in pixels. It is given in rem, so it follows the reader's text size, whenever that changes. */
export function useRowHeight(): number {
  return useSyncExternalStore(onTextSize, rowHeight)
}

function rowHeight(): number {
  return ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
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
