import type { UseChoice } from '../../../../shared/model/phrase-listing.ts'
import { strings } from '../../strings.ts'

/** What one may ask of the use of phrases. */
const USE_CHOICES: readonly UseChoice[] = [
  { kind: 'most' },
  { kind: 'never' },
  { kind: 'idle', days: 30 },
  { kind: 'idle', days: 60 },
  { kind: 'idle', days: 90 },
  { kind: 'idle', days: 180 },
]

export function keyOfUse(use: UseChoice): string {
  return use.kind === 'idle' ? `idle ${use.days}` : use.kind
}

/** The usual choices and, where another number of days is filtered by, that one. */
export function choicesWith(use: UseChoice | undefined): readonly UseChoice[] {
  const isUsual = use === undefined || USE_CHOICES.some((choice) => keyOfUse(choice) === keyOfUse(use))
  return isUsual ? USE_CHOICES : [...USE_CHOICES, use]
}

/** The inverse of `keyOfUse`, for the choices there are. */
export function choiceOfKey(key: string): UseChoice | undefined {
  return USE_CHOICES.find((use) => keyOfUse(use) === key)
}

export function wordsOfUse(use: UseChoice): string {
  const words = strings.phrases.filters
  return use.kind === 'idle' ? words.idle(use.days) : words[use.kind]
}
