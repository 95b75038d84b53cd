import {
  checkWording,
  gaugeReply,
  greetingAdvice,
  isBlocked,
  promisesIn,
  waiversThatHold,
  warmerOpening,
} from '../../../shared/compliance/index.ts'
import type { Phrase } from '../../../shared/model/phrase.ts'
import type { Product } from '../../../shared/model/product.ts'
import type { Refusal, RenderedScript } from '../../../shared/model/script.ts'
import type { WordingFinding } from '../../../shared/model/wording.ts'

/** How a finished text reads: what the rules of wording and good manners say of it before it is sent. */
export interface Reading extends Pick<RenderedScript, 'wording' | 'advice' | 'promises'> {
  /** Why it may not be sent at all; empty when it may. */
  refusals: Refusal[]
}

interface TextInChat {
  text: string
  phrase: Pick<Phrase, 'source' | 'step' | 'waivers'>
  catalogue: readonly Product[]
  /** The buyer's words that it answers; empty when they are not known. */
  message: string
}

export function readText({ text, phrase, catalogue, message }: TextInChat): Reading {
  const wording = findings(text, phrase, catalogue)
  return {
    wording,
    refusals: wording.filter((finding) => isBlocked(finding, phrase.source)).map(asRefusal),
    advice: advice(text, phrase, message),
    promises: promisedIn(text),
  }
}

/** What a text promises, each once, in its own words. */
export function promisedIn(text: string): string[] {
  return [...new Set(promisesIn(text).map((promise) => promise.text))]
}

/** Hints are left to the author: of a promise the remark is offered, of a cold opening the warmer one. */
function findings(
  text: string,
  phrase: TextInChat['phrase'],
  catalogue: readonly Product[],
): WordingFinding[] {
  const waivers = waiversThatHold(phrase.waivers, phrase.source)
  const found = checkWording(text, { waivers })
  if (found.length === 0) return []
  // Most texts end here; the names of a large catalogue are looked through only where they may acquit.
  return checkWording(text, { waivers, names: namesIn(text, catalogue) }).filter(
    ({ level }) => level !== 'hint',
  )
}

/** The products' names that stand in a text: their words are never findings. */
export function namesIn(text: string, catalogue: readonly Product[]): string[] {
  const names = catalogue.flatMap(({ name, shortName }) => (shortName === null ? [name] : [name, shortName]))
  return names.filter((name) => text.includes(name))
}

function asRefusal({ category, text, reason, suggestion }: WordingFinding): Refusal {
  return { technique: category, reason: `团队话术里不能有“${text}”：${reason}`, instead: suggestion }
}

/** As the search does, a text with so many Han characters is taken for a buyer's sentence. */
const MESSAGE_HAN = 7

function advice(text: string, { step }: TextInChat['phrase'], message: string): string[] {
  const isMessage = (message.match(/\p{Script=Han}/gu)?.length ?? 0) >= MESSAGE_HAN
  return [
    isMessage ? gaugeReply(text, message).advice : null,
    warmer(text),
    greetingAdvice(text, step),
  ].filter((one) => one !== null)
}

function warmer(text: string): string | null {
  const cold = warmerOpening(text)
  if (cold === null) return null
  const { span, reason, rewrite } = cold
  if (rewrite === null) return reason
  return `${reason}，可以把“${text.slice(span.start, span.end)}”换成“${rewrite}”`
}
