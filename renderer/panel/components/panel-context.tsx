import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Panel } from '../state/panel.ts'
import type { PanelState } from '../state/state.ts'

const PanelContext = createContext<Panel | null>(null)
export const PanelProvider = PanelContext.Provider

/** What can be done to the panel; the same object for the page's whole life. */
export function usePanel(): Panel {
  const panel = useContext(PanelContext)
  if (!panel) throw new Error('outside of PanelProvider')
  return panel
}

/** A part of the panel's state. `select` must return the same value for the same state, or the component never rests. */
export function usePanelState<Part>(select: (state: PanelState) => Part): Part {
  return useStore(usePanel().store, select)
}
