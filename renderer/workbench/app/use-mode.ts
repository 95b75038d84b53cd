import { useEffect, useSyncExternalStore } from 'react'
import type { Settings } from '../../../shared/model/settings.ts'
import type { Mode } from './theme.ts'

const darkPreference = window.matchMedia('(prefers-color-scheme: dark)')

function onPreferenceChange(listener: () => void): () => void {
  darkPreference.addEventListener('change', listener)
  return () => darkPreference.removeEventListener('change', listener)
}

/** Light or dark, by the person's choice, else by the system; the style sheets learn of it through `data-theme`. */
export function useMode(theme: Settings['theme']): Mode {
  const prefersDark = useSyncExternalStore(onPreferenceChange, () => darkPreference.matches)
  const systemMode = prefersDark ? 'dark' : 'light'
  const mode = theme === 'system' ? systemMode : theme
  useEffect(() => {
    document.documentElement.dataset.theme = mode
  }, [mode])
  return mode
}
