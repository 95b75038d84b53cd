import type { Buyer } from '../../shared/model/buyer.ts'
import type { PasteOutcome } from '../../shared/model/desktop.ts'
import type { PromiseMade, RenderedScript, WantedVariant } from '../../shared/model/script.ts'
import type { Step } from '../../shared/model/steps.ts'
import { DeskError } from '../desk/desk-error.ts'
import type { RpcContext } from './trpc.ts'

export interface PhraseUseRequest {
  phraseId: string
  productId: string | null
  buyer: Buyer | null
  blanks: Record<string, string>
  variant?: WantedVariant
  mode: 'paste' | 'copy'
  /** Left out: in the panel. */
  from?: 'panel' | 'sidecar'
  /** `SidecarState.target.id` as the sidecar showed it. */
  target?: number | null
  /** Which part, in the order of `RenderedScript.later`; 0 is the first text. */
  part: number
  step: Step | null
  query: string
  shownAt: number | null
}

type Delivered = Exclude<PasteOutcome, { status: 'failed' }>

/**
 * How a use ended. With a part that was delivered comes what it promised, if anything, and which part is to follow,
 * null after the last. `incomplete`: a fact is missing,
 * or the facts or the rules of wording forbid it; nothing was pasted, and the script says what it wants.
 */
export type PhraseUseOutcome =
  | (Delivered & { promise: PromiseMade | null; next: number | null })
  | Extract<PasteOutcome, { status: 'failed' }>
  | { status: 'incomplete'; script: RenderedScript }

/**
 * Fills the phrase once more, from what the desk knows at this moment, and delivers it. What the page showed is not
 * trusted: stock or a cut-off time may have passed since.
 */
export async function usePhrase(
  { desk, desktop }: RpcContext,
  request: PhraseUseRequest,
): Promise<PhraseUseOutcome> {
  const phrase = desk.phrases.get(request.phraseId)
  const script = heldBack(
    desk.scripts.render(phrase, request, request),
    desk.scripts.obstaclesIn(request)(phrase),
  )
  if (script.text === null) return { status: 'incomplete', script }
  const part = partsOf(script)[request.part]
  if (!part) throw new DeskError('not-found', '这条话术刚被改过，后面没有要粘贴的了')
  const next = partAfter(request.part, script)
  const outcome = await desktop.deliver(part.text ?? desk.images.read(part.hash), request.mode, {
    hasMore: next !== null,
    from: request.from,
    target: request.target,
  })
  if (outcome.status === 'failed') return outcome
  if (request.part === 0) {
    const use = {
      phraseId: request.phraseId,
      outcome: outcome.status,
      step: request.step,
      query: request.query,
      tookMs: request.shownAt === null ? null : Math.max(0, Math.round(Date.now() - request.shownAt)),
    }
    unlessItFails(() => desk.usage.record(use))
  }
  const { text } = part
  if (text === null) return { ...outcome, promise: null, next }
  if (request.buyer) desk.customers.notePaste(request.buyer, { phraseTitle: script.title, text })
  return { ...outcome, promise: unlessItFails(() => desk.scripts.promiseMade(text)), next }
}

type Part = { text: string } | { text: null; hash: string }

/** Everything that a finished script pastes, in order. */
function partsOf({ text, later }: RenderedScript): Part[] {
  const first = text === null ? [] : [{ text }]
  return [
    ...first,
    ...later.flatMap((part): Part[] => {
      if (part.kind === 'image') return [{ text: null, hash: part.hash }]
      return part.text === null ? [] : [{ text: part.text }]
    }),
  ]
}

/** An image whose file is gone is passed over. */
function partAfter(part: number, { later }: RenderedScript): number | null {
  const ahead = later.slice(part).findIndex((one) => one.kind === 'text' || one.info !== null)
  return ahead === -1 ? null : part + 1 + ahead
}

/** The text is where the agent wanted it: an error now, of a full disk say, would only make them paste it twice. */
function unlessItFails<T>(act: () => T): T | null {
  try {
    return act()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return null
  }
}

/** A phrase that may not be used now says so as a technique does that the facts do not bear out. */
function heldBack(script: RenderedScript, obstacle: string | null): RenderedScript {
  if (obstacle === null) return script
  const refusal = { technique: '使用条件', reason: obstacle, instead: null }
  return { ...script, text: null, refusals: [refusal, ...script.refusals] }
}
