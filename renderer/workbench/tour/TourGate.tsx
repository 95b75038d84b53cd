import { lazy, Suspense, useEffect } from 'react'
import { rpc } from '../../client/index.ts'
import type { Route } from '../app/route.ts'
import { useAppState } from '../data/queries.ts'
import { useTour } from './tour-state.ts'

const FirstTour = lazy(() => import('./FirstTour.tsx'))

/** Begins the tour once, at the first start, and again whenever it is asked for. It is loaded only then. */
export function TourGate({ go }: { go: (route: Route) => void }) {
  const { data: state } = useAppState()
  const isOn = useTour(({ step }) => step !== null)
  const isDue = state?.settings.tour === 'due'

  useEffect(() => {
    if (!isDue) return
    useTour.getState().begin()
    // Said at its beginning: whoever closes the window in the middle has seen that there is one.
    rpc.settings.update.mutate({ tour: 'done' }).catch(() => {})
  }, [isDue])

  return isOn && state ? (
    <Suspense fallback={null}>
      <FirstTour state={state} go={go} />
    </Suspense>
  ) : null
}
