import { isHan, normaliseQuery } from './chinese/normalise.ts'
import { LONGEST_TERM, Term } from './matching/steps.ts'

/** Longer input says nothing more about what is wanted. */
const LONGEST_QUERY = 400
const TERMS_AT_MOST = 6
/** Numbers of terms lie below this: all words, all joined, and both without fillers. */
export const TERM_NUMBERS = 2 * (TERMS_AT_MOST + 1)
const SEPARATORS = /[\s,，。.？?!！~、；;：:…"“”()（）【】\-_/|]+/
/** Words around what is meant: 关于…怎么说. They count only when nothing else is left. */
const FILLERS =
  /^(?:请问一下|请问|麻烦问下|我想问一下|我想问下|我想问|想问一下|想问下|查一下|查找|查|找一下|帮我找|关于|有关|那个|这个|就是)+|(?:应该)?(?:怎么说|怎么回复|怎么回答|怎么回|咋说|咋回|如何回复|如何回答|的话术|话术|的回复|回复|的说法|怎么讲)+$/g
/** From so many Han characters on, a text reads as a buyer's sentence. */
const MESSAGE_HAN = 7
const SENTENCE_HAN = 5
const SHORT_MESSAGE_HAN = 4

export interface Query {
  /** Folded, without a leading code mark; what a code is compared with. */
  readonly text: string
  /** True when it began with `/` or `、`, the mark for codes. */
  readonly asksForCode: boolean
  readonly terms: readonly Term[]
  /** Worth of all terms together; see `Term`. */
  readonly worth: number
  /** All terms as one, when there are several: words typed apart that stand together in the text. */
  readonly joined: Term | null
  /** The query without its fillers, when it has any. */
  readonly withoutFillers: Query | null
  /** Reads as a whole sentence of a buyer. */
  readonly isMessage: boolean
  /** May be one where nothing is called so: 淋湿了会坏不. */
  readonly mayBeMessage: boolean
  readonly isTolerant: boolean
  /** No characters but letters were typed. */
  readonly isLetters: boolean
}

/**
 * Null for a query in which there is nothing to look for.
 * @param isTolerant whether slips, homophones and rarer accents count. Of two queries only the younger may be used:
 *   their terms share scratch memory.
 */
export function parseQuery(typed: string, isTolerant: boolean): Query | null {
  const all = normaliseQuery(typed.slice(0, LONGEST_QUERY))
  const asksForCode = /^[/、]/.test(all)
  const text = asksForCode ? all.slice(1).trim() : all
  const query = queryOf(text, asksForCode, 0, isTolerant)
  if (!query) return null
  const bare = text.replace(FILLERS, '').trim()
  return bare.length < 2 || bare === text
    ? query
    : { ...query, withoutFillers: queryOf(bare, asksForCode, TERMS_AT_MOST + 1, isTolerant) }
}

/** Whether a query reads as a whole sentence of a buyer: long, or shorter with the signs of one. */
export function readsAsMessage(text: string): boolean {
  const han = hanIn(text)
  return han >= MESSAGE_HAN || (han >= SENTENCE_HAN && /[，。？?!！,]/.test(text))
}

const hanIn = (text: string): number => [...text].filter((character) => isHan(character.charCodeAt(0))).length

function queryOf(text: string, asksForCode: boolean, firstTerm: number, isTolerant: boolean): Query | null {
  const words = text.split(SEPARATORS).filter(Boolean)
  if (words.length === 0) return null
  const han = hanIn(text)
  const terms = words.slice(0, TERMS_AT_MOST).map((word, i) => new Term(word, firstTerm + i, isTolerant))
  return {
    text,
    asksForCode,
    terms,
    worth: terms.reduce((sum, term) => sum + term.totalWorth, 0),
    joined:
      words.length > 1 && words.join('').length <= LONGEST_TERM
        ? new Term(words.join(''), firstTerm + TERMS_AT_MOST, isTolerant)
        : null,
    withoutFillers: null,
    isMessage: readsAsMessage(text),
    mayBeMessage: han >= SHORT_MESSAGE_HAN,
    isTolerant,
    isLetters: !/[^a-z\s]/.test(text),
  }
}
