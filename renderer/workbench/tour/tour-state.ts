import { create } from 'zustand'

interface TourState {
  /** The step being shown, counted from 0; null while the tour is not on. */
  step: number | null
  begin: () => void
  goTo: (step: number) => void
  end: () => void
}

/** Where the person is in the tour. Whether it has been taken is a setting, so that it outlives the window. */
export const useTour = create<TourState>((set) => ({
  step: null,
  begin: () => set({ step: 0 }),
  goTo: (step) => set({ step }),
  end: () => set({ step: null }),
}))
