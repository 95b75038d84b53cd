import { setImmediate } from 'node:timers/promises'
import { openPhraseSearch } from '../../../electron/desk/search/phrase-search.ts'
import { phrase } from '../../unit/search/library-of.ts'

// A program with nothing else to do closes the search at each of many moments while the library is read again, and says
// how often that came to an end. Should it once not, Node ends the program with status 13.

const LIBRARY = Array.from({ length: 1600 }, (_, number) => phrase(`话术${number}`))
/** More turns of the event loop than sending so many phrases takes. */
const MOMENTS = 12

let closed = 0
for (let moment = 0; moment < MOMENTS; moment++) {
  const search = openPhraseSearch()
  await search.load(() => LIBRARY)
  search.load(() => LIBRARY).catch(() => undefined)
  for (let turn = 0; turn < moment; turn++) await setImmediate()
  await search.close()
  closed++
}
process.stdout.write(`closed ${closed} of ${MOMENTS}`)
