import { useCallback, useRef } from 'react'

/** Steps back that are kept: more than anybody goes. */
const MOST_STEPS = 200

/**
 * Changes to one value that can be taken back. Changes that follow each other under the same `run` (the letters of one
 * word in one cell) are one step. A change from outside is not a step, and forgets those before it.
 */
export function useHistory<Value>(value: Value, onChange: (value: Value) => void) {
  const past = useRef<Value[]>([])
  const future = useRef<Value[]>([])
  const lastRun = useRef<string | null>(null)
  const known = useRef(value)
  if (known.current !== value) {
    past.current = []
    future.current = []
    lastRun.current = null
    known.current = value
  }

  const show = useCallback(
    (next: Value) => {
      known.current = next
      onChange(next)
    },
    [onChange],
  )

  const change = useCallback(
    (next: Value, run: string | null = null) => {
      if (Object.is(next, known.current)) return
      if (run === null || run !== lastRun.current)
        past.current = [...past.current.slice(-MOST_STEPS + 1), known.current]
      lastRun.current = run
      future.current = []
      show(next)
    },
    [show],
  )

  const step = useCallback(
    (from: { current: Value[] }, to: { current: Value[] }) => {
      const next = from.current.at(-1)
      if (next === undefined) return
      from.current = from.current.slice(0, -1)
      to.current = [...to.current, known.current]
      lastRun.current = null
      show(next)
    },
    [show],
  )

  const undo = useCallback(() => step(past, future), [step])
  const redo = useCallback(() => step(future, past), [step])
  return { change, undo, redo }
}
