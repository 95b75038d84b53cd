import { OCCASIONS } from '../../../shared/follow-ups/occasions.ts'
import type { Buyer } from '../../../shared/model/buyer.ts'
import type { FollowUp } from '../../../shared/model/follow-up.ts'
import type { Phrase } from '../../../shared/model/phrase.ts'
import type { RenderedScript } from '../../../shared/model/script.ts'
import type { PhraseHit, SearchAnswer, SearchFilters } from '../../../shared/model/search.ts'
import type { Conversation } from '../scripts/render-phrase.ts'

export interface OccasionPhrases {
  /** As far as the shop knows them. */
  buyer: Buyer
  /** Filled for this buyer and product, the likeliest first. */
  scripts: RenderedScript[]
}

interface Library {
  find: (
    request: Conversation & { text: string; limit: number; filters: SearchFilters; step: null },
  ) => Promise<SearchAnswer>
  phrase: (id: string) => Phrase | null
  render: (phrase: Phrase, conversation: Conversation) => RenderedScript
  /** Whether the late shift works now. */
  isNight: () => boolean
}

const OFFERED = 3
const LOOKED_AT = 30
const FILLED = 10
/** Phrases for the shop's own notes are never sent to a buyer. */
const FOR_THE_SHOP = '内部'
const FOLLOW_UP_TAG = '跟单'
/** 晚上好 is said to nobody in the morning. */
const NIGHT_TAGS = ['夜班', '夜间']

/**
 * Finds what to say on the occasion of a follow-up: the phrase that was chosen for it, then those that carry its tag;
 * what is complete, and fits the time of day, comes before what lacks a fact or does not.
 */
export function createOccasionPhrases({ find, phrase, render, isNight }: Library) {
  return async function phrasesFor(followUp: FollowUp, buyer: Buyer): Promise<RenderedScript[]> {
    const conversation = { productId: followUp.productId, buyer }
    const { tag, query } = OCCASIONS[followUp.kind]
    const ask = (text: string, filters: SearchFilters) =>
      find({ ...conversation, text, filters, limit: LOOKED_AT, step: null })
    const tagged = (await ask('', { tag })).hits
    const hits = tagged.length > 0 ? tagged : (await ask(query, {})).hits
    const chosen = followUp.phraseId === null ? null : phrase(followUp.phraseId)
    const offered = [...(chosen ? [chosen] : []), ...inOrder(hits, phrase)]
    const different = [...new Map(offered.map((one) => [one.id, one])).values()]
    const scripts = different.slice(0, FILLED).map((one) => render(one, conversation))
    const fitsNow = ({ tags }: Phrase) => isNight() || !tags.some((one) => NIGHT_TAGS.includes(one))
    const fitting = new Set(different.filter(fitsNow).map(({ id }) => id))
    const isFirst = ({ phraseId, text }: RenderedScript) =>
      phraseId === chosen?.id || (text !== null && fitting.has(phraseId))
    return [...scripts.filter(isFirst), ...scripts.filter((one) => !isFirst(one))].slice(0, OFFERED)
  }
}

/** What may not be said now comes last; what was written for following up comes first. */
function inOrder(hits: readonly PhraseHit[], phrase: Library['phrase']): Phrase[] {
  const [free, blocked] = [hits.filter((hit) => !hit.blockedBy), hits.filter((hit) => hit.blockedBy)]
  return [free, blocked].flatMap((some) => {
    const phrases = some
      .flatMap(({ id }) => phrase(id) ?? [])
      .filter(({ tags }) => !tags.includes(FOR_THE_SHOP))
    return [
      ...phrases.filter(({ tags }) => tags.includes(FOLLOW_UP_TAG)),
      ...phrases.filter(({ tags }) => !tags.includes(FOLLOW_UP_TAG)),
    ]
  })
}
