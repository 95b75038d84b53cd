import type {
  AppState,
  FillRequest,
  PanelDesk,
  SearchRequest,
  UseOutcome,
  UseRequest,
} from '../../../renderer/panel/desk.ts'
import type { Buyer } from '../../../shared/model/buyer.ts'
import type { DeskEvent, PasteOutcome } from '../../../shared/model/desktop.ts'
import type { FollowUp, FollowUpDraft } from '../../../shared/model/follow-up.ts'
import type { ImageGlance } from '../../../shared/model/image.ts'
import type { TraceCopied } from '../../../shared/model/paste-trace.ts'
import type { Phrase } from '../../../shared/model/phrase.ts'
import type { ProductSummary } from '../../../shared/model/product.ts'
import type { LaterPart, MissingFact, RenderedScript, VariantChoice } from '../../../shared/model/script.ts'
import type { PhraseHit, SearchAnswer } from '../../../shared/model/search.ts'
import type { ShopSummary } from '../../../shared/model/shop-summary.ts'

export const CREAM: ProductSummary = {
  id: 'cream',
  code: 'HF001',
  name: '玻尿酸保湿面霜 50g',
  shortName: '面霜',
  category: '护肤',
  priceFen: 27_000,
  stock: 86,
  stockUpdatedAt: null,
  image: null,
}

export const AMOUNT: MissingFact = { name: '订单.金额', label: '订单金额', field: 'money', from: 'order' }
export const PRICE: MissingFact = { name: '商品.价格', label: '商品价格', field: 'money', from: 'product' }

export const PASTED = {
  status: 'pasted',
  targetTitle: '接待中心',
  tookMs: 30,
  promise: null,
  next: null,
} satisfies UseOutcome

export function hit(id: string, more: Partial<PhraseHit> = {}): PhraseHit {
  return {
    id,
    code: id,
    title: `话术 ${id}`,
    excerpt: '',
    groupPath: [],
    step: 'answer',
    pinned: false,
    imageCount: 0,
    messageCount: 1,
    uses: 0,
    validity: 'current',
    blockedBy: null,
    match: null,
    ...more,
  }
}

export function script(phraseId: string, more: Partial<RenderedScript> = {}): RenderedScript {
  const text = `${phraseId} 的内容`
  return {
    phraseId,
    title: phraseId,
    text,
    parts: [{ kind: 'text', text }],
    missing: [],
    refusals: [],
    warnings: [],
    variant: null,
    variants: [],
    wording: [],
    advice: [],
    promises: [],
    later: [],
    ...more,
  }
}

/** A script that lacks `missing`, until `blanks` has all of it. */
function filled(
  phraseId: string,
  missing: readonly MissingFact[],
  { blanks = {}, productId }: Omit<FillRequest, 'phraseId'>,
) {
  const lacking = missing.filter(({ name, from }) => !blanks[name] && !(from === 'product' && productId))
  if (lacking.length === 0) return script(phraseId)
  return script(phraseId, {
    text: null,
    missing: lacking,
    parts: lacking.map(({ name }) => ({ kind: 'blank', name })),
  })
}

interface Pending {
  request: SearchRequest
  answer(hits: PhraseHit[], total?: number): void
  fail(error: Error): void
}

/** The desk as a story tells it: searches wait until the story answers them, everything else answers at once. */
export class PretendDesk implements PanelDesk {
  readonly searches: Pending[] = []
  readonly uses: UseRequest[] = []
  readonly copies: string[] = []
  readonly remarks: string[] = []
  /** The wordings each phrase has besides its body. */
  readonly variants: Record<string, VariantChoice[]> = {}
  /** What each phrase pastes after its first text. */
  readonly later: Record<string, LaterPart[]> = {}
  /** What each phrase lacks. */
  readonly missing: Record<string, MissingFact[]> = {}
  /** Whom the desk remembers from other days. */
  knownBuyers: Buyer[] = []
  readonly remembered: Buyer[] = []
  readonly followUps: FollowUpDraft[] = []
  keeping = { keep: true, retentionDays: 90 }
  hiddenTimes = 0
  tracesCopied = 0
  traceOutcome: TraceCopied = { status: 'copied', message: '经过已复制' }
  outcome: UseOutcome | Error = PASTED
  capabilities = {
    host: 'electron' as 'electron' | 'browser',
    hotkey: true,
    paste: true,
    tray: true,
    docking: false,
    openFolder: true,
  }
  shops: ShopSummary[] = [{ id: 'main', name: '女装旗舰店', agentAlias: '小美' }]
  switchedTo: string[] = []
  #listener: (event: DeskEvent) => void = () => {}

  get lastSearch(): Pending {
    return this.searches.at(-1)!
  }

  tell(event: DeskEvent): void {
    this.#listener(event)
  }

  async state(): Promise<AppState> {
    return {
      capabilities: this.capabilities,
      shop: { petName: '亲' },
      shops: this.shops,
      shopId: this.switchedTo.at(-1) ?? 'main',
      settings: { buyers: this.keeping },
    } as AppState
  }

  search(request: SearchRequest): Promise<SearchAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<SearchAnswer>()
    this.searches.push({
      request,
      answer: (hits, total = hits.length) => resolve({ hits, total }),
      fail: reject,
    })
    return promise
  }

  async render({ phraseId, ...fill }: FillRequest): Promise<RenderedScript> {
    const variants = this.variants[phraseId] ?? []
    const variant = variants.find(({ index, buyerTypes }) =>
      fill.variant === undefined
        ? buyerTypes.some((type) => type === fill.buyer?.type)
        : index === fill.variant,
    )
    return {
      ...filled(phraseId, this.missing[phraseId] ?? [], fill),
      variant: variant ?? null,
      variants,
      later: this.later[phraseId] ?? [],
    }
  }

  async phrase(id: string): Promise<Phrase> {
    return { id, questions: [], tags: [] } as unknown as Phrase
  }

  async use(request: UseRequest): Promise<UseOutcome> {
    this.uses.push(request)
    const rendered = await this.render(request)
    if (rendered.text === null) return { status: 'incomplete', script: rendered }
    if (this.outcome instanceof Error) throw this.outcome
    return this.outcome
  }

  async products(): Promise<ProductSummary[]> {
    return [CREAM]
  }

  async buyers(): Promise<Buyer[]> {
    return this.knownBuyers
  }

  async remember(buyer: Buyer): Promise<Buyer | null> {
    this.remembered.push(buyer)
    const known = this.knownBuyers.find(({ nickname }) => nickname === buyer.nickname)
    return known ? { ...known, measures: { ...known.measures, ...buyer.measures } } : buyer
  }

  async addFollowUp(draft: FollowUpDraft): Promise<FollowUp> {
    this.followUps.push(draft)
    return { ...draft, id: `owed ${this.followUps.length}`, state: { is: 'open' }, createdAt: 0 }
  }

  async copyRemark(remark: string): Promise<PasteOutcome> {
    this.remarks.push(remark)
    const why = this.capabilities.host === 'browser' ? 'no-desktop' : 'asked'
    return { status: 'copied', why, message: '已复制' }
  }

  async copyTrace(): Promise<TraceCopied> {
    this.tracesCopied += 1
    return this.traceOutcome
  }

  async hide(): Promise<void> {
    this.hiddenTimes += 1
  }

  async switchShop(id: string): Promise<void> {
    this.switchedTo.push(id)
  }

  async openWorkbench(): Promise<void> {}

  async copy(text: string): Promise<void> {
    this.copies.push(text)
  }

  async copyImage(hash: string): Promise<void> {
    this.copies.push(`image ${hash}`)
  }

  async glances(hashes: readonly string[]): Promise<ImageGlance[]> {
    return hashes.map((hash) => ({ hash, info: null, thumbnail: `data:${hash}` }))
  }

  onEvent(listener: (event: DeskEvent) => void): () => void {
    this.#listener = listener
    return () => {}
  }

  messageOf(error: unknown): string {
    return (error as Error).message
  }
}
