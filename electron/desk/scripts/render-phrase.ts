import { promiseRemark, promisesIn } from '../../../shared/compliance/index.ts'
import type { Buyer } from '../../../shared/model/buyer.ts'
import { chinaDay } from '../../../shared/model/china-time.ts'
import type { ImageInfo } from '../../../shared/model/image.ts'
import { type Phrase, validityOn } from '../../../shared/model/phrase.ts'
import type {
  PromiseMade,
  RenderedScript,
  ScriptError,
  ScriptRendering,
  WantedVariant,
} from '../../../shared/model/script.ts'
import {
  checkGuard,
  type Facts,
  parseScript,
  renderScript,
  type Script,
} from '../../../shared/template/index.ts'
import type { Catalogue } from '../products/catalogue.ts'
import type { Shop } from '../shops/shop.ts'
import { createForbidden } from './forbidden.ts'
import { type Filled, withLaterParts } from './later-parts.ts'
import { promisedIn, readText } from './reading.ts'
import { chooseWording } from './variants.ts'

/** Which buyer and product the conversation is about, as far as the agent has said. */
export interface Conversation {
  productId: string | null
  buyer: Buyer | null
}

/** What the agent has added for one phrase. */
export interface Filling {
  /** What was typed for missing facts, by the fact's name. */
  blanks?: Readonly<Record<string, string>> | undefined
  variant?: WantedVariant
  /** The buyer's words that are to be answered; empty when they are not known. */
  message?: string | undefined
}

export interface Scripts {
  /**
   * Fills a phrase with the facts of the conversation, in the wording for this buyer or the one the agent wants. A
   * team's phrase whose text breaks a rule that blocks has no text, and a refusal that says why.
   *
   * @throws DeskError `not-found` when the wanted wording is gone
   */
  render(phrase: Phrase, conversation: Conversation, filling?: Filling): RenderedScript
  /** What a text that was delivered has bound the shop to; null when it promises nothing. */
  promiseMade(text: string): PromiseMade | null
  /** Fills a script that is still being written: its own mistakes come back as a value. */
  preview(body: string, conversation: Conversation): ScriptPreview
  /** Tells of any phrase why it may not be used now in this conversation (campaign over, guard failed), or null. */
  obstaclesIn(conversation: Conversation): (phrase: Phrase) => string | null
  /** Why no buyer may be sent a team's phrase as it is written (words that are blocked there), or null. */
  forbiddenIn(phrase: Phrase): string | null
}

export type ScriptPreview = { ok: true; script: ScriptRendering } | { ok: false; error: ScriptError }

/** Parsed scripts kept; the panel renders the same few again and again. */
const MAX_PARSED = 2000

export function createScripts(
  catalogue: Catalogue,
  shop: Shop,
  { now, imageInfo }: { now: () => number; imageInfo: (hash: string) => ImageInfo | null },
): Scripts {
  const parsed = new Map<string, Script>()

  function scriptOf(phraseId: string, body: string): Script {
    const known = parsed.get(body)
    if (known) return known
    const result = parseScript(body)
    if (!result.ok)
      throw new Error(`phrase ${phraseId} was stored with a broken script: ${result.error.message}`)
    if (parsed.size >= MAX_PARSED) parsed.clear()
    parsed.set(body, result.script)
    return result.script
  }

  /** `turn` lets a script with several wordings take them in turn; it counts the phrase's uses. */
  function factsOf({ productId, buyer }: Conversation, turn = 0): Facts {
    const product = productId === null ? null : catalogue.find(productId)
    return { shop: shop.profile(), product, buyer, catalogue: catalogue.all(), now: now(), turn }
  }

  return {
    render(phrase, conversation, { blanks = {}, variant: wanted, message = '' } = {}) {
      const { body, variant, variants } = chooseWording(phrase, conversation.buyer?.type ?? null, wanted)
      const facts = factsOf(conversation, phrase.uses)
      const fill = (script: string): Filled => {
        const { text, ...rendering } = renderScript(scriptOf(phrase.id, script), facts, blanks)
        if (text === null) return { ...rendering, text, wording: [], advice: [], promises: [] }
        const reading = readText({ text, phrase, catalogue: facts.catalogue, message })
        return { ...rendering, ...reading, text: reading.refusals.length > 0 ? null : text }
      }
      const which = { phraseId: phrase.id, title: phrase.title, variant, variants }
      return { ...which, ...withLaterParts(fill(body), phrase, fill, imageInfo) }
    },

    promiseMade(text) {
      const promises = promisesIn(text)
      if (promises.length === 0) return null
      const { agentAlias } = shop.profile()
      return {
        promises: promisedIn(text),
        remark: promiseRemark(promises, { agentAlias, day: chinaDay(now()) }),
      }
    },

    preview(body, conversation) {
      const result = parseScript(body)
      return result.ok ? { ok: true, script: renderScript(result.script, factsOf(conversation)) } : result
    },

    forbiddenIn: createForbidden(catalogue),

    obstaclesIn(conversation) {
      const facts = factsOf(conversation)
      const today = chinaDay(facts.now)
      return (phrase) => outsideCampaign(today, phrase) ?? failedGuard(phrase.guard, facts)
    },
  }
}

function outsideCampaign(today: string, phrase: Phrase): string | null {
  const validity = validityOn(today, phrase)
  if (validity === 'expired') return `活动已在 ${phrase.validUntil} 结束`
  if (validity === 'upcoming') return `活动 ${phrase.validFrom} 才开始`
  return null
}

function failedGuard(guard: string | null, facts: Facts): string | null {
  if (guard === null) return null
  const verdict = checkGuard(guard, facts)
  return verdict.holds ? null : verdict.reason
}
