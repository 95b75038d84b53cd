import { chinaDay } from '../../../shared/model/china-time.ts'
import type { Phrase } from '../../../shared/model/phrase.ts'
import { validityOn } from '../../../shared/model/phrase.ts'
import type { PhraseHit, SearchAnswer, SearchFilters } from '../../../shared/model/search.ts'
import type { Step } from '../../../shared/model/steps.ts'
import type { RankedHit } from '../../../shared/search/index.ts'
import type { Catalogue } from '../products/catalogue.ts'
import type { Conversation, Scripts } from '../scripts/render-phrase.ts'
import type { LibrarySearch } from './library-search.ts'
import type { PhraseBook } from './phrase-book.ts'

export interface FindRequest extends Conversation {
  text: string
  limit: number
  filters: SearchFilters
  step: Step | null
  /**
   * The sitting at the panel, by its number, in which a person wrote this text key by key; null (or nothing) for what was
   * captured, pasted in, copied or is asked for again.
   */
  typedIn?: number | null
}

const EXCERPT_LENGTH = 200

/** Answers a keystroke: ranked by the index, told apart by what may be said in this conversation. */
export function createPhraseFinder(
  search: LibrarySearch,
  { book, scripts, catalogue }: { book: PhraseBook; scripts: Scripts; catalogue: Catalogue },
  now: () => number,
) {
  return async function find({
    text,
    limit,
    filters,
    step,
    productId,
    buyer,
  }: FindRequest): Promise<SearchAnswer> {
    const at = now()
    const today = chinaDay(at)
    const product = productId === null ? null : catalogue.find(productId)
    const answer = await search.search({
      text,
      now: at,
      today,
      limit,
      filters,
      context: {
        ...(step && { step }),
        ...(buyer?.type && { buyerType: buyer.type }),
        ...(product && { productNames: [product.name, ...(product.shortName ? [product.shortName] : [])] }),
      },
    })
    const matchOf = new Map<string, RankedHit['match']>(answer.hits.map((hit) => [hit.id, hit.match]))
    const obstacleTo = scripts.obstaclesIn({ productId, buyer })
    const hits = book.pick(answer.hits.map((hit) => hit.id)).map((phrase) => {
      const blockedBy = obstacleTo(phrase) ?? scripts.forbiddenIn(phrase)
      return asHit(phrase, matchOf.get(phrase.id) ?? null, today, blockedBy)
    })
    // What may not be said now comes last, in the same order among itself.
    return {
      hits: [
        ...hits.filter((hit) => hit.blockedBy === null),
        ...hits.filter((hit) => hit.blockedBy !== null),
      ],
      total: answer.total,
    }
  }
}

function asHit(
  phrase: Phrase,
  match: PhraseHit['match'],
  today: string,
  blockedBy: string | null,
): PhraseHit {
  return {
    id: phrase.id,
    code: phrase.code,
    title: phrase.title,
    excerpt: phrase.body.slice(0, EXCERPT_LENGTH),
    groupPath: phrase.groupPath,
    step: phrase.step,
    pinned: phrase.pinned,
    imageCount: phrase.further.reduce((sum, { images }) => sum + images.length, phrase.images.length),
    messageCount: 1 + phrase.further.length,
    uses: phrase.uses,
    validity: validityOn(today, phrase),
    blockedBy,
    match,
  }
}
