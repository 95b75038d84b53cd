import type { PhraseSource } from '../model/phrase.ts'
import type { WordingFinding } from '../model/wording.ts'

/** Whether a phrase with this finding may not be pasted: only a team's library is held to that; one's own is warned. */
export function isBlocked(finding: WordingFinding, source: PhraseSource): boolean {
  return finding.level === 'block' && source === 'team'
}
