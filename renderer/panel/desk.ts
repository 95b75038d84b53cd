import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../electron/rpc/router.ts'
import type { Buyer } from '../../shared/model/buyer.ts'
import type { DeskEvent, PasteOutcome } from '../../shared/model/desktop.ts'
import type { FollowUp, FollowUpDraft } from '../../shared/model/follow-up.ts'
import type { ImageGlance } from '../../shared/model/image.ts'
import type { TraceCopied } from '../../shared/model/paste-trace.ts'
import type { Phrase } from '../../shared/model/phrase.ts'
import type { ProductSummary } from '../../shared/model/product.ts'
import type { RenderedScript } from '../../shared/model/script.ts'
import type { SearchAnswer } from '../../shared/model/search.ts'
import type { Step } from '../../shared/model/steps.ts'

type Outputs = inferRouterOutputs<AppRouter>
type Inputs = inferRouterInputs<AppRouter>

export type AppState = Outputs['app']['state']
export type UseOutcome = Outputs['scripts']['use']
export type UseRequest = Inputs['scripts']['use']
export type FillRequest = Inputs['scripts']['render']

export interface SearchRequest {
  text: string
  step: Step | null
  productId: string | null
  buyer: Buyer | null
  limit: number
  /** The sitting in which the agent typed this, key by key; null for what came otherwise, or is asked for again. */
  typedIn: number | null
}

/** What the panel asks of the desk and of the browser around it. Every promise rejects with an error to be shown. */
export interface PanelDesk {
  state(): Promise<AppState>
  search(request: SearchRequest): Promise<SearchAnswer>
  render(request: FillRequest): Promise<RenderedScript>
  phrase(id: string): Promise<Phrase>
  use(request: UseRequest): Promise<UseOutcome>
  /** Puts the remark for an order on the clipboard. */
  copyRemark(remark: string): Promise<PasteOutcome>
  /** Puts how the last paste went on the clipboard, for whoever looks into it. */
  copyTrace(): Promise<TraceCopied>
  products(text: string): Promise<ProductSummary[]>
  /** Buyers who are kept, by nickname, pinyin or what is noted of them; those last served first. */
  buyers(text: string): Promise<Buyer[]>
  /** Keeps what the agent says of a buyer. Returns everything known of them now; null when buyers are not kept. */
  remember(buyer: Buyer): Promise<Buyer | null>
  addFollowUp(draft: FollowUpDraft): Promise<FollowUp>
  /** Scripts speak for this shop from then on. */
  switchShop(id: string): Promise<void>
  hide(): Promise<void>
  openWorkbench(): Promise<void>
  /** Puts text on the clipboard from the page itself, where there is no shell to do it. */
  copy(text: string): Promise<void>
  /** As `copy`, of an image of the library. */
  copyImage(hash: string): Promise<void>
  /** What there is to show of images, in the order asked for. */
  glances(hashes: readonly string[]): Promise<ImageGlance[]>
  onEvent(listener: (event: DeskEvent) => void): () => void
  /** What went wrong, in words for the agent. */
  messageOf(error: unknown): string
}
