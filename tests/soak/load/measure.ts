import { hashOf } from '../../../electron/desk/images/image-files.ts'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import type { Desktop } from '../../../electron/rpc/desktop.ts'
import { appRouter } from '../../../electron/rpc/router.ts'
import { createCallerFactory } from '../../../electron/rpc/trpc.ts'
import { png } from '../../support/images.ts'
import { slope } from './slope.ts'

type Caller = ReturnType<typeof callerOf>

/** The desk as a page asks it, on a desktop that takes every text. */
export function callerOf(desk: Desk) {
  const desktop = {
    deliver: async () => ({ status: 'copied', why: 'asked', message: '' }),
    onEvent: () => () => undefined,
    capabilities: () => ({ host: 'browser', hotkey: false, paste: false, tray: false }),
    hotkey: () => ({ status: 'unavailable', reason: '' }),
    setTheme: () => undefined,
    targets: () => null,
    hidePanel: () => undefined,
    showPanel: () => undefined,
    openWorkbench: () => undefined,
    rebindHotkey: () => ({ status: 'unavailable', reason: '' }),
  } as unknown as Desktop
  return createCallerFactory(appRouter)({ desk, desktop, appVersion: '0' })
}

export interface ProcedureTime {
  procedure: string
  calls: number
  p50Ms: number
  p95Ms: number
}

const QUERIES = [
  'b',
  'by',
  'baoyou',
  '退货',
  'tuihuo',
  '什么时候发货',
  'sf sh',
  'k12',
  '这件衣服我穿多大码合适呀',
]

const MONTH_MS = 30 * 24 * 60 * 60 * 1_000

const PHRASE_FILE = '快捷短语编码,快捷短语,快捷短语分组\n,亲，新导入的话术,新组'
const fileOf = (text: string) => ({ name: '文件.csv', content: Buffer.from(text).toString('base64') })
/** A phrase file given to an import of its own. */
async function withImport(
  caller: Caller,
  text: string,
  work: (id: string) => Promise<unknown>,
): Promise<void> {
  const id = await caller.imports.open()
  await caller.imports.give({
    id,
    path: '话术.csv',
    content: Buffer.from(text).toString('base64'),
    isLast: true,
  })
  await work(id)
  await caller.imports.close(id)
}

const goods = (code: string) => ({ code, name: `新品 ${code}`, category: '新品', priceFen: 9_900 })

/** What pages ask of a desk, in realistic turns; the number is how often. */
function questions(
  caller: Caller,
  around: { phraseIds: string[]; productIds: string[]; buyerIds: string[] },
) {
  const { phraseIds, productIds, buyerIds } = around
  const lastGroup = async () => (await caller.groups.list()).at(-1)?.id ?? ''
  const at = <T>(list: readonly T[], turn: number) => list[(turn * 37) % list.length] as T
  return [
    ['app.state', 100, () => caller.app.state()],
    ['phrases.search', 300, (turn: number) => caller.phrases.search({ text: at(QUERIES, turn) })],
    ['phrases.search, nothing typed', 50, () => caller.phrases.search({ text: '' })],
    ['phrases.list', 100, (turn: number) => caller.phrases.list({ offset: turn * 900, limit: 100 })],
    ['phrases.get', 200, (turn: number) => caller.phrases.get(at(phraseIds, turn))],
    ['groups.list', 50, () => caller.groups.list()],
    ['products.list', 30, () => caller.products.list()],
    ['products.search', 50, (turn: number) => caller.products.search({ text: turn % 2 ? '连衣裙' : 'lyq' })],
    ['products.get', 200, (turn: number) => caller.products.get(at(productIds, turn))],
    ['products.missingFacts', 3, () => caller.products.missingFacts()],
    [
      'customers.list',
      30,
      (turn: number) => caller.customers.list({ text: turn % 2 ? '昵称77' : '', limit: 50 }),
    ],
    ['customers.get', 200, (turn: number) => caller.customers.get(at(buyerIds, turn))],
    [
      'scripts.render',
      300,
      (turn: number) =>
        caller.scripts.render({
          phraseId: at(phraseIds, turn),
          productId: at(productIds, turn),
          buyer: null,
        }),
    ],
    ['scripts.vocabulary', 30, () => caller.scripts.vocabulary()],
    [
      'scripts.use',
      200,
      (turn: number) =>
        caller.scripts.use({ phraseId: at(phraseIds, turn), mode: 'copy', query: at(QUERIES, turn) }),
    ],
    [
      'phrases.create',
      50,
      (turn: number) => caller.phrases.create({ title: `新话术${turn}`, body: `亲，在的，第${turn}条` }),
    ],
    [
      'phrases.setPinned',
      50,
      (turn: number) => caller.phrases.setPinned({ id: at(phraseIds, turn), pinned: turn % 2 === 0 }),
    ],
    [
      'images.add',
      20,
      (turn: number) =>
        caller.images.add({ name: `图${turn}`, content: png(800, 800, [turn, 0, 0]).toString('base64') }),
    ],
    ['images.read', 50, () => caller.images.read(hashOf(png(800, 800, [0, 0, 0])))],
    ['images.glances', 50, () => caller.images.glances([hashOf(png(800, 800, [0, 0, 0]))])],
    ['customers.create', 50, (turn: number) => caller.customers.create({ nickname: `新买家${turn}` })],
    ['panel.show', 20, () => caller.panel.show()],
    ['panel.hide', 20, () => caller.panel.hide()],
    ['panel.openWorkbench', 20, () => caller.panel.openWorkbench()],
    [
      'phrases.update',
      30,
      (turn: number) =>
        caller.phrases.update({
          id: at(phraseIds, turn),
          draft: { title: `改过${turn}`, body: `亲，改过的第${turn}条` },
        }),
    ],
    ['phrases.remove', 20, (turn: number) => caller.phrases.remove([at(phraseIds, turn)])],
    ['phrases.restore', 20, (turn: number) => caller.phrases.restore([at(phraseIds, turn)])],
    ['groups.create', 20, (turn: number) => caller.groups.create({ name: `新组${turn}`, parentId: null })],
    [
      'groups.rename',
      3,
      async (turn: number) => caller.groups.rename({ id: await lastGroup(), name: `改名${turn}` }),
    ],
    ['groups.remove', 3, async () => caller.groups.remove({ id: await lastGroup(), moveTo: null })],
    ['products.create', 20, (turn: number) => caller.products.create(goods(`NEW-${turn}`))],
    [
      'products.update',
      20,
      (turn: number) => caller.products.update({ id: at(productIds, turn), draft: goods(`CHANGED-${turn}`) }),
    ],
    ['products.remove', 10, (turn: number) => caller.products.remove([at(productIds, turn)])],
    ['products.restore', 10, (turn: number) => caller.products.restore([at(productIds, turn)])],
    [
      'products.importPreview',
      5,
      () => caller.products.importPreview({ file: fileOf('商家编码,名称,价格\nN1,新品,12') }),
    ],
    [
      'products.importAdd',
      5,
      (turn: number) => caller.products.importAdd({ file: fileOf(`商家编码,名称,价格\nN${turn},新品,12`) }),
    ],
    [
      'products.refreshStock',
      10,
      () => caller.products.refreshStock({ file: fileOf('编码,库存\nLOAD-1,7') }),
    ],
    ['customers.protection', 20, () => caller.customers.protection()],
    ['customers.pastes', 50, (turn: number) => caller.customers.pastes(at(buyerIds, turn))],
    ['customers.export', 50, (turn: number) => caller.customers.export(at(buyerIds, turn))],
    [
      'customers.update',
      30,
      (turn: number) =>
        caller.customers.update({ id: at(buyerIds, turn), draft: { nickname: `改名买家${turn}` } }),
    ],
    ['customers.remember', 30, (turn: number) => caller.customers.remember({ nickname: `回头客${turn}` })],
    ['customers.remove', 10, (turn: number) => caller.customers.remove([at(buyerIds, turn)])],
    [
      'scripts.preview',
      50,
      () => caller.scripts.preview({ body: '{{ 商品.价格 | 每天: 90 }}', productId: productIds[0] }),
    ],
    ['scripts.copyRemark', 10, () => caller.scripts.copyRemark('今天发货')],
    ['imports.look', 5, () => withImport(caller, PHRASE_FILE, (id) => caller.imports.look({ id }))],
    [
      'imports.add',
      3,
      (turn: number) => withImport(caller, `${PHRASE_FILE}${turn}`, (id) => caller.imports.add({ id })),
    ],
    ['backups.make', 2, () => caller.backups.make()],
    ['backups.state', 10, () => caller.backups.state()],
    [
      'shops.save',
      10,
      async () => {
        const { shop, shopId } = await caller.app.state()
        return caller.shops.save({ id: shopId, profile: shop })
      },
    ],
    ['settings.rebindHotkey', 10, () => caller.settings.rebindHotkey('Control+Alt+G')],
    ['settings.update', 20, (turn: number) => caller.settings.update({ theme: turn % 2 ? 'dark' : 'light' })],
    ['figures.sixSeconds, a month', 10, () => caller.figures.sixSeconds({ since: Date.now() - MONTH_MS })],
  ] as const
}

/** Asks each procedure so often, one after the other, and tells how long answers took. */
export async function timeProcedures(desk: Desk, scale = 1): Promise<ProcedureTime[]> {
  const caller = callerOf(desk)
  const phraseIds = desk.phrases.list({ offset: 0, limit: 400 }).phrases.map(({ id }) => id)
  const productIds = desk.products.all().map(({ id }) => id)
  const buyerIds = (await desk.customers.list({ text: '', offset: 0, limit: 400 })).customers.map(
    ({ id }) => id,
  )
  const times: ProcedureTime[] = []
  for (const [procedure, count, ask] of questions(caller, { phraseIds, productIds, buyerIds })) {
    const calls = Math.max(1, Math.round(count * scale))
    const samples: number[] = []
    for (let turn = 0; turn < calls; turn++) {
      const startedAt = performance.now()
      await ask(turn)
      samples.push(performance.now() - startedAt)
    }
    samples.sort((one, other) => one - other)
    const at = (share: number) =>
      samples[Math.min(samples.length - 1, Math.floor(samples.length * share))] as number
    times.push({ procedure, calls, p50Ms: at(0.5), p95Ms: at(0.95) })
  }
  return times
}

export interface Endurance {
  uses: number
  /** Growth of the JavaScript heap and of the process, in bytes for each use, by least squares over the second half. */
  heapBytesPerUse: number
  rssBytesPerUse: number
  /** Of the JavaScript heap after each tenth of the uses. */
  heapMB: number[]
  handlesBefore: number
  handlesAfter: number
}

const SAMPLES = 40

/** A working day without the pauses: keystrokes, a preview, a use, and the same again. Wants `--expose-gc`. */
export async function endure(desk: Desk, uses: number): Promise<Endurance> {
  const caller = callerOf(desk)
  const phraseIds = desk.phrases.list({ offset: 0, limit: 400 }).phrases.map(({ id }) => id)
  const productIds = desk.products.all().map(({ id }) => id)
  const memory: { use: number; heap: number; rss: number }[] = []
  const handlesBefore = process.getActiveResourcesInfo().length
  for (let use = 0; use < uses; use++) {
    const query = `${QUERIES[use % QUERIES.length]}`
    for (let letters = 1; letters <= Math.min(3, query.length); letters++)
      await caller.phrases.search({ text: query.slice(0, letters) })
    const phraseId = phraseIds[(use * 31) % phraseIds.length] as string
    const productId = productIds[use % productIds.length] ?? null
    const buyer = { nickname: `回头客${use % 300}`, isGift: false }
    await caller.scripts.render({ phraseId, productId, buyer })
    await caller.scripts.use({ phraseId, productId, buyer, mode: 'copy', query: `${query}${use % 50}` })
    if (use % Math.max(1, Math.floor(uses / SAMPLES)) === 0) {
      globalThis.gc?.()
      const { heapUsed, rss } = process.memoryUsage()
      memory.push({ use, heap: heapUsed, rss })
    }
  }
  const settled = memory.slice(Math.floor(memory.length / 2))
  return {
    uses,
    heapBytesPerUse: slope(settled.map(({ use, heap }) => [use, heap])),
    rssBytesPerUse: slope(settled.map(({ use, rss }) => [use, rss])),
    heapMB: memory
      .filter((_, sample) => sample % (SAMPLES / 10) === 0)
      .map(({ heap }) => Math.round((heap / 1024 / 1024) * 10) / 10),
    handlesBefore,
    handlesAfter: process.getActiveResourcesInfo().length,
  }
}
