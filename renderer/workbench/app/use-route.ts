import { useCallback, useEffect, useState } from 'react'
import { formatRoute, parseRoute, type Route } from './route.ts'
import { useLeave } from './use-leave.ts'

/** The page shown, kept in the address; going elsewhere asks first when a form holds unsaved changes. */
export function useRoute(): { route: Route; go: (next: Route) => void } {
  const [route, setRoute] = useState(() => parseRoute(window.location.hash))
  const leave = useLeave()

  const go = useCallback(
    (next: Route) =>
      leave(() => {
        // pushState, unlike assigning the hash, does not come back as a `hashchange` to be asked about again.
        window.history.pushState(null, '', formatRoute(next))
        setRoute(next)
      }),
    [leave],
  )

  useEffect(() => {
    const onHashChange = () => {
      const next = parseRoute(window.location.hash)
      if (formatRoute(next) === formatRoute(route)) return
      window.history.replaceState(null, '', formatRoute(route))
      go(next)
    }
    window.addEventListener('hashchange', onHashChange)
    window.addEventListener('popstate', onHashChange)
    return () => {
      window.removeEventListener('hashchange', onHashChange)
      window.removeEventListener('popstate', onHashChange)
    }
  }, [route, go])

  return { route, go }
}
