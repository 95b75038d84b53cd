import { useEffect, useState } from 'react'

/** `value` as it was when it last stood still for `ms`; while that is infinite, it keeps what it was. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (!Number.isFinite(ms)) return
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
