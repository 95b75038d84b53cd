import type { PhraseSource } from '../model/phrase.ts'
import type { Waiver, WordingFinding } from '../model/wording.ts'
import { wordingRules } from './rules.ts'

/** Whether a phrase with this finding may not be pasted: only a team's library is held to that; one's own is warned. */
export function isBlocked(finding: WordingFinding, source: PhraseSource): boolean {
  return finding.level === 'block' && source === 'team'
}

/** The waivers that hold in a library of this source: nobody waives for a team what is blocked there. */
export function waiversThatHold(waivers: readonly Waiver[], source: PhraseSource): readonly Waiver[] {
  if (source !== 'team') return waivers
  const blocking = new Set(wordingRules.filter(({ level }) => level === 'block').map(({ id }) => id))
  return waivers.filter(({ rule }) => !blocking.has(rule))
}
