import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Sidecar, SidecarView } from './sidecar.ts'

const SidecarContext = createContext<Sidecar | null>(null)
export const SidecarProvider = SidecarContext.Provider

/** What can be done to the sidecar; the same object for the page's whole life. */
export function useSidecar(): Sidecar {
  const sidecar = useContext(SidecarContext)
  if (!sidecar) throw new Error('outside of SidecarProvider')
  return sidecar
}

export function useSidecarView<Part>(select: (view: SidecarView) => Part): Part {
  return useStore(useSidecar().store, select)
}
