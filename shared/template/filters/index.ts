import type { Filter } from './handler.ts'
import { STANDARD_FILTERS } from './standard.ts'
import { TECHNIQUE_FILTERS } from './techniques/index.ts'
import { WORDING_FILTERS } from './wording.ts'

/** Every filter a script can use, by name; a name that is not here is an error of the script. */
export const SCRIPT_FILTERS: Readonly<Record<string, Filter>> = {
  ...STANDARD_FILTERS,
  ...WORDING_FILTERS,
  ...TECHNIQUE_FILTERS,
}
