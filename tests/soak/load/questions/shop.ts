import type { PasteTarget } from '../../../../shared/model/paste-target.ts'
import { png } from '../../../support/images.ts'
import { at, type Ground, inBase64 } from '../ground.ts'
import { asked, prepared, type Question } from './question.ts'

const MONTH_MS = 30 * 24 * 60 * 60 * 1_000

const goods = (code: string) => ({ code, name: `新品 ${code}`, category: '新品', priceFen: 9_900 })
const fileOf = (text: string) => ({ name: '文件.csv', content: inBase64(text) })
const goodsFile = (code: string) => fileOf(`商家编码,名称,价格\n${code},新品,12`)

const TARGET: PasteTarget = {
  ...{ id: 'load', name: '千牛', exe: ['AliWorkbench.exe'], title: '', pasteKeys: 'Control+V' },
  ...{ settleMs: 10, readsWithinMs: 200, givesBackAfterMs: 300 },
}

/** What the pages of products, buyers, follow-ups, images and settings ask. */
export function shopQuestions(ground: Ground): Question[] {
  return [
    ...products(ground),
    ...buyers(ground),
    ...followUps(ground),
    ...images(ground),
    ...settings(ground),
  ]
}

function products({ caller, productIds }: Ground): Question[] {
  return [
    asked('products.list', 30, () => caller.products.list()),
    asked('products.search', 50, (turn) => caller.products.search({ text: turn % 2 ? '连衣裙' : 'lyq' })),
    asked('products.get', 200, (turn) => caller.products.get(at(productIds, turn))),
    asked('products.missingFacts', 3, () => caller.products.missingFacts()),
    asked('products.create', 20, (turn) => caller.products.create(goods(`NEW-${turn}`))),
    asked('products.update', 20, (turn) =>
      caller.products.update({ id: at(productIds, turn), draft: goods(`CHANGED-${turn}`) }),
    ),
    asked('products.remove', 10, (turn) => caller.products.remove([at(productIds, turn)])),
    asked('products.restore', 10, (turn) => caller.products.restore([at(productIds, turn)])),
    asked('products.importPreview', 5, () => caller.products.importPreview({ file: goodsFile('N1') })),
    asked('products.importAdd', 3, (turn) => caller.products.importAdd({ file: goodsFile(`N${turn}`) })),
    asked('products.refreshStock', 10, () =>
      caller.products.refreshStock({ file: fileOf('编码,库存\nLOAD-1,7') }),
    ),
    prepared('products.undoStockRefresh', 5, {
      ready: async (turn) => {
        await caller.products.create(goods(`STOCK-${turn}`))
        const file = fileOf(`编码,库存\nSTOCK-${turn},8`)
        const outcome = await caller.products.refreshStock({ file })
        if (!outcome.ok || !outcome.undo) throw new Error('no stock was refreshed')
        return outcome.undo
      },
      ask: (id) => caller.products.undoStockRefresh(id),
    }),
  ]
}

function buyers({ caller, buyerIds }: Ground): Question[] {
  return [
    asked('customers.list', 30, (turn) =>
      caller.customers.list({ text: turn % 2 ? '昵称77' : '', limit: 50 }),
    ),
    asked('customers.get', 200, (turn) => caller.customers.get(at(buyerIds, turn))),
    asked('customers.protection', 20, () => caller.customers.protection()),
    asked('customers.pastes', 50, (turn) => caller.customers.pastes(at(buyerIds, turn))),
    asked('customers.export', 50, (turn) => caller.customers.export(at(buyerIds, turn))),
    asked('customers.create', 50, (turn) => caller.customers.create({ nickname: `新买家${turn}` })),
    asked('customers.update', 30, (turn) =>
      caller.customers.update({ id: at(buyerIds, turn), draft: { nickname: `改名买家${turn}` } }),
    ),
    asked('customers.remember', 30, (turn) => caller.customers.remember({ nickname: `回头客${turn}` })),
    asked('customers.remove', 10, (turn) => caller.customers.remove([at(buyerIds, turn)])),
  ]
}

function followUps({ caller, phraseIds, productIds }: Ground): Question[] {
  const draft = (turn: number) => ({
    ...{ kind: 'unpaid' as const, dueAt: Date.now() + turn, nickname: `待跟进${turn}`, note: '核对地址' },
    ...{ productId: productIds[0] ?? null, phraseId: phraseIds[0] ?? null },
  })
  const made = async (turn: number) => (await caller.followUps.create(draft(turn))).id
  return [
    asked('followUps.create', 300, (turn) => caller.followUps.create(draft(turn))),
    asked('followUps.list', 30, () => caller.followUps.list()),
    asked('followUps.counts', 30, () => caller.followUps.counts()),
    prepared('followUps.update', 20, {
      ready: made,
      ask: (id, turn) => caller.followUps.update({ id, draft: draft(turn) }),
    }),
    prepared('followUps.snooze', 20, {
      ready: made,
      ask: (id) => caller.followUps.snooze({ ids: [id], snooze: 'one-hour' }),
    }),
    prepared('followUps.setDone', 20, {
      ready: made,
      ask: (id) => caller.followUps.setDone({ ids: [id], isDone: true }),
    }),
    prepared('followUps.phrases', 20, { ready: made, ask: (id) => caller.followUps.phrases(id) }),
    prepared('followUps.openInPanel', 20, {
      ready: made,
      ask: (id) => caller.followUps.openInPanel({ id, query: '' }),
    }),
    prepared('followUps.remove', 20, { ready: made, ask: (id) => caller.followUps.remove([id]) }),
    prepared('followUps.restore', 20, {
      ready: async (turn) => {
        const id = await made(turn)
        await caller.followUps.remove([id])
        return id
      },
      ask: (id) => caller.followUps.restore([id]),
    }),
  ]
}

function images({ caller }: Ground): Question[] {
  const first = async () =>
    (await caller.images.add({ name: '图', content: inBase64(png(800, 800, [0, 0, 0])) })).hash
  return [
    asked('images.add', 20, (turn) =>
      caller.images.add({ name: `图${turn}`, content: inBase64(png(800, 800, [turn, 1, 0])) }),
    ),
    prepared('images.read', 50, { ready: first, ask: (hash) => caller.images.read(hash) }),
    prepared('images.copy', 20, { ready: first, ask: (hash) => caller.images.copy(hash) }),
    prepared('images.glances', 50, { ready: first, ask: (hash) => caller.images.glances([hash]) }),
    prepared('images.keepThumbnail', 20, {
      ready: first,
      ask: (hash) => caller.images.keepThumbnail({ hash, content: inBase64(png(60, 60)) }),
    }),
  ]
}

function settings({ caller }: Ground): Question[] {
  const shop = (turn: number) => caller.shops.create({ name: `分店${turn}`, copyOf: null })
  return [
    asked('app.state', 100, () => caller.app.state()),
    asked('panel.show', 20, () => caller.panel.show()),
    asked('panel.hide', 20, () => caller.panel.hide()),
    asked('panel.openWorkbench', 20, () => caller.panel.openWorkbench()),
    asked('sidecar.state', 50, () => caller.sidecar.state()),
    asked('sidecar.drawOut', 10, (turn) => caller.sidecar.drawOut(turn % 2 === 0)),
    asked('sidecar.detach', 5, () => caller.sidecar.detach()),
    asked('sidecar.dock', 5, () => caller.sidecar.dock()),
    asked('sidecar.takeKeyboard', 5, () => caller.sidecar.takeKeyboard()),
    asked('sidecar.giveKeyboardBack', 5, () => caller.sidecar.giveKeyboardBack()),
    asked('sidecar.edit', 5, async () => {
      const { phrases } = await caller.phrases.list({ limit: 1 })
      return caller.sidecar.edit(phrases[0]?.id ?? '')
    }),
    asked('settings.update', 20, (turn) => caller.settings.update({ theme: turn % 2 ? 'dark' : 'light' })),
    asked('settings.rebindHotkey', 10, () =>
      caller.settings.rebindHotkey({ id: 'capture', accelerator: 'Control+Alt+G' }),
    ),
    asked('settings.tryPaste', 5, () => caller.settings.tryPaste(TARGET)),
    asked('settings.startup', 10, () => caller.settings.startup()),
    asked('settings.setStartup', 5, () => caller.settings.setStartup(false)),
    asked('updates.state', 10, () => caller.updates.state()),
    asked('updates.check', 5, () => caller.updates.check()),
    asked('updates.postpone', 5, () => caller.updates.postpone()),
    asked('updates.restart', 5, () => caller.updates.restart()),
    asked('updates.choose', 5, () => caller.updates.choose({ server: null, isAutomatic: true })),
    asked('settings.diagnostics', 3, () => caller.settings.diagnostics()),
    asked('settings.openDataFolder', 5, () => caller.settings.openDataFolder()),
    asked('shops.save', 10, async () => {
      const state = await caller.app.state()
      return caller.shops.save({ id: state.shopId, profile: state.shop })
    }),
    asked('shops.create', 10, shop),
    prepared('shops.rename', 10, {
      ready: () => caller.app.state(),
      ask: ({ shopId }, turn) => caller.shops.rename({ id: shopId, name: `改名的店${turn}` }),
    }),
    prepared('shops.setAlias', 10, {
      ready: () => caller.app.state(),
      ask: ({ shopId }, turn) => caller.shops.setAlias({ id: shopId, agentAlias: `小${turn}` }),
    }),
    prepared('shops.switchTo', 10, {
      ready: () => caller.app.state(),
      ask: ({ shops }, turn) => caller.shops.switchTo(at(shops, turn).id),
    }),
    prepared('shops.remove', 5, {
      ready: async (turn) => (await shop(100 + turn)).id,
      ask: (id) => caller.shops.remove(id),
    }),
    prepared('shops.restore', 5, {
      ready: async (turn) => {
        const { id } = await shop(200 + turn)
        await caller.shops.remove(id)
        return id
      },
      ask: (id) => caller.shops.restore(id),
      after: (id) => caller.shops.remove(id),
    }),
    asked('figures.sixSeconds, a month', 10, () =>
      caller.figures.sixSeconds({ since: Date.now() - MONTH_MS }),
    ),
  ]
}
