import type { Buyer } from '../../shared/model/buyer.ts'
import { messageOf, onDeskEvent, rpc } from '../client/index.ts'
import type { PanelDesk } from './desk.ts'

const PRODUCTS_SHOWN = 30
const BUYERS_SHOWN = 8
/** The router takes no longer one; nobody types it, but a whole message may be pasted. */
const LONGEST_PICKER_QUERY = 200

/** Few phrases have any: the panel starts without what shows them. */
const images = () => import('../client/images.ts')

/** The desk behind the RPC client; the step both narrows the list and tells the ranking where the conversation is. */
export const remoteDesk: PanelDesk = {
  state: () => rpc.app.state.query(),
  search: (request) =>
    rpc.phrases.search.query({ ...request, filters: request.step === null ? {} : { step: request.step } }),
  render: (request) => rpc.scripts.render.query(request),
  phrase: (id) => rpc.phrases.get.query(id),
  use: (request) => rpc.scripts.use.mutate(request),
  copyTrace: () => rpc.scripts.copyTrace.mutate(),
  copyRemark: (remark) => rpc.scripts.copyRemark.mutate(remark),
  products: (text) =>
    rpc.products.search.query({ text: text.slice(0, LONGEST_PICKER_QUERY), limit: PRODUCTS_SHOWN }),
  buyers: async (text) => {
    const { customers } = await rpc.customers.list.query({
      text: text.slice(0, LONGEST_PICKER_QUERY),
      limit: BUYERS_SHOWN,
    })
    return customers.map(asBuyer)
  },
  remember: async (buyer) => {
    const customer = await rpc.customers.remember.mutate(buyer)
    return customer && asBuyer(customer)
  },
  switchShop: async (id) => {
    await rpc.shops.switchTo.mutate(id)
  },
  addFollowUp: (draft) => rpc.followUps.create.mutate(draft),
  hide: () => rpc.panel.hide.mutate(),
  // A browser opens its windows itself, and one of this name only once.
  openWorkbench: async () => {
    if (window.goldenSix) await rpc.panel.openWorkbench.mutate()
    else window.open('/workbench', 'golden-six-workbench')
  },
  copy: (text) => navigator.clipboard.writeText(text),
  copyImage: async (hash) => (await images()).copyImageInPage(hash),
  glances: async (hashes) => (await images()).glancesOf(hashes),
  onEvent: onDeskEvent,
  messageOf,
}

/** What scripts may say of a buyer. Notes are for the agent's eyes, in the workbench. */
function asBuyer({ nickname, type, isGift, province, measures }: Buyer): Buyer {
  return { nickname, type, isGift, province, measures }
}
