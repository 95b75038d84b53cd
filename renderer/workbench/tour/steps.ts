import type { Route } from '../app/route.ts'
import { strings } from '../strings.ts'

/** One stop of the tour: the page it is on, and the part of that page it speaks of. */
export interface Stop {
  id: 'welcome' | 'hotkey' | 'use' | 'products' | 'phrases' | 'settings' | 'import'
  /** Null to stay where one is. */
  route: Route | null
  /** Finds it on the real page; null for the middle of the window. */
  target: (() => HTMLElement | null) | null
}

const first = (selector: string) => () => document.querySelector<HTMLElement>(selector)

/** A button by what it says: the tour speaks of it by that name, too. */
const button = (name: string) => () =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name) ?? null

/** In the order in which a new agent needs to know. */
export const STOPS: readonly Stop[] = [
  { id: 'welcome', route: { page: 'phrases' }, target: null },
  { id: 'hotkey', route: null, target: null },
  { id: 'use', route: null, target: null },
  { id: 'products', route: { page: 'products', view: 'overview' }, target: first('[data-product]') },
  { id: 'phrases', route: { page: 'phrases' }, target: button(strings.phrases.create) },
  { id: 'settings', route: { page: 'settings', field: null }, target: first('#shop') },
  { id: 'import', route: { page: 'phrases' }, target: button(strings.phrases.import) },
]

/** How long a page may take to appear; after that the step stands in the middle of the window. */
const APPEARS_WITHIN_MS = 4_000

/** Resolves with the element as soon as the page has drawn it; with null when it does not in time. */
export function appeared(find: () => HTMLElement | null, signal: AbortSignal): Promise<HTMLElement | null> {
  return new Promise((resolve) => {
    const finish = (element: HTMLElement | null) => {
      watch.disconnect()
      clearTimeout(limit)
      resolve(element)
    }
    const look = () => {
      const element = find()
      if (element) finish(element)
    }
    const watch = new MutationObserver(look)
    watch.observe(document.body, { childList: true, subtree: true })
    const limit = setTimeout(() => finish(null), APPEARS_WITHIN_MS)
    signal.addEventListener('abort', () => finish(null), { once: true })
    look()
  })
}

/** By timers rather than by frames: a window that is covered draws none, and the tour goes on in it all the same. */
const LOOK_EVERY_MS = 30
/** So many looks in one place, and what is above it on the page has been drawn. */
const STILL_LOOKS = 6
/** A page that never comes to rest is pointed at as it is. */
const MOST_LOOKS = 60

/** Brings `element` into view, and again when what is drawn above it pushes it away; resolves when it stays. */
export async function broughtIntoView(element: HTMLElement, signal: AbortSignal): Promise<void> {
  let top: number | null = null
  for (let looks = 0, still = 0; looks < MOST_LOOKS && still < STILL_LOOKS && !signal.aborted; looks++) {
    const now = element.getBoundingClientRect().top
    still = now === top ? still + 1 : 0
    top = now
    if (still === 0) element.scrollIntoView({ block: 'center' })
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}
