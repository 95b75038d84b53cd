import { STANDARD_HELP } from './help/standard.ts'
import { TAG_HELP } from './help/tags.ts'
import { TECHNIQUE_HELP } from './help/techniques.ts'
import { WORDING_HELP } from './help/wording.ts'

export type { HelpEntry } from './help/entry.ts'
export { STANDARD_HELP, TAG_HELP, TECHNIQUE_HELP, WORDING_HELP }

export const KNOWN_FILTERS: readonly string[] = [...TECHNIQUE_HELP, ...WORDING_HELP, ...STANDARD_HELP].map(
  ({ name }) => name,
)
export const KNOWN_TAGS: readonly string[] = TAG_HELP.map(({ name }) => name)
