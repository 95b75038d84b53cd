import { Button, Tour } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import type { Route } from '../app/route.ts'
import type { AppState } from '../data/queries.ts'
import { tourStrings as words } from '../strings/tour.ts'
import { appeared, broughtIntoView, STOPS } from './steps.ts'
import styles from './Tour.module.css'
import { TryHotkey } from './TryHotkey.tsx'
import { TryPhrase } from './TryPhrase.tsx'
import { useTour } from './tour-state.ts'

interface FirstTourProps {
  state: AppState
  go: (route: Route) => void
}

/** The tour over the real pages: each stop goes to its page, waits for its part to be there, and points at it. */
export default function FirstTour({ state, go }: FirstTourProps) {
  const { step, goTo, end } = useTour()
  const at = step ?? 0
  const stop = STOPS[at]
  const [found, setFound] = useState<{ step: number; element: HTMLElement | null } | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: one goes to a stop's page once, when one comes to the stop
  useEffect(() => {
    const leaving = new AbortController()
    if (stop?.route) go(stop.route)
    const arrive = async () => {
      const element = stop?.target ? await appeared(stop.target, leaving.signal) : null
      if (element) await broughtIntoView(element, leaving.signal)
      if (!leaving.signal.aborted) setFound({ step: at, element })
    }
    void arrive()
    return () => leaving.abort()
  }, [at])

  // Until the page is there the last step is not shown on it: nothing jumps.
  if (found?.step !== at || !stop) return null
  const isLast = at === STOPS.length - 1
  const startImport = () => {
    end()
    found.element?.click()
  }
  const bodies: Record<typeof stop.id, ReactNode> = {
    welcome: words.welcome.body,
    hotkey: <TryHotkey state={state} />,
    use: <TryPhrase />,
    products: words.products.body,
    phrases: words.phrases.body,
    settings: words.settings.body,
    import: words.import.body,
  }
  return (
    <Tour
      open
      current={0}
      rootClassName={styles.tour}
      onClose={end}
      disabledInteraction={false}
      steps={[
        {
          title: (
            <>
              <span>{words[stop.id].title}</span>
              <span className={styles.progress}>{words.progress(at + 1, STOPS.length)}</span>
            </>
          ),
          description: bodies[stop.id],
          target: found.element ?? null,
          ...(found.element ? {} : { placement: 'center' as const }),
        },
      ]}
      actionsRender={() => (
        <>
          {!isLast && (
            <Button type="text" size="small" onClick={end}>
              {words.skip}
            </Button>
          )}
          {at > 0 && (
            <Button size="small" onClick={() => goTo(at - 1)}>
              {words.back}
            </Button>
          )}
          {isLast && (
            <Button size="small" onClick={end}>
              {words.finish}
            </Button>
          )}
          <Button
            key={stop.id}
            type="primary"
            size="small"
            // Each step begins at the way on; typing and pasting are a Tab away.
            autoFocus
            onClick={isLast ? startImport : () => goTo(at + 1)}
          >
            {isLast ? words.import.go : words.next}
          </Button>
        </>
      )}
    />
  )
}
