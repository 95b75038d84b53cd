import { useEffect, useState } from 'react'

const TICK_MS = 15_000

/** The present moment, ms since 1970, so that what becomes due moves to its place while the page stands there. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const ticks = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(ticks)
  }, [])
  return now
}
