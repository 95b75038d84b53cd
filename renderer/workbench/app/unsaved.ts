import { useEffect } from 'react'
import { create } from 'zustand'

/** Which forms hold changes that are not saved yet. Leaving any of them asks first. */
const useUnsaved = create<{ holders: ReadonlySet<string> }>(() => ({ holders: new Set() }))

/** Marks the calling form, by a name of its own, as holding unsaved changes while `isDirty`. */
export function useMarkUnsaved(holder: string, isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return
    useUnsaved.setState(({ holders }) => ({ holders: new Set([...holders, holder]) }))
    return () =>
      useUnsaved.setState(({ holders }) => ({
        holders: new Set([...holders].filter((one) => one !== holder)),
      }))
  }, [holder, isDirty])
}

export function hasUnsaved(): boolean {
  return useUnsaved.getState().holders.size > 0
}

/** The person has said that the changes may go. */
export function forgetUnsaved(): void {
  useUnsaved.setState({ holders: new Set() })
}
