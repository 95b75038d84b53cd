import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

let dataDir: string
let desk: Desk

beforeEach(() => {
  dataDir = temporaryFolder()
  desk = openTestDesk({ dataDir, empty: false })
})

const names = () => desk.shops.list().map(({ name }) => name)
const sample = () => desk.shop.profile().name

/** What a script that names shop and agent comes to. */
function greeting() {
  const preview = desk.scripts.preview('{{ 店铺.名称 }}的{{ 客服.花名 }}', { productId: null, buyer: null })
  return preview.ok ? preview.script.text : preview
}

describe('an agent who answers for several shops', () => {
  it('begins one as a copy of another, and scripts speak for it at once', () => {
    const first = sample()
    const shop = desk.shops.create({ name: '男装旗舰店', copyOf: desk.shops.currentId() })
    desk.shops.rename(shop.id, { agentAlias: '阿森' })
    expect(names()).toEqual([first, '男装旗舰店'])
    expect(greeting()).toBe('男装旗舰店的阿森')
    expect(desk.shop.profile().couriers.length).toBeGreaterThan(0)
  })

  it('begins one from nothing, with no facts that would be another shop’s', () => {
    desk.shops.create({ name: '新店', copyOf: null })
    expect(desk.shop.profile()).toMatchObject({ name: '新店', tiers: [], couriers: [] })
  })

  it('finds the same shop current when the program is opened again, also by the command line', async () => {
    const { id } = desk.shops.create({ name: '男装旗舰店', copyOf: null })
    expect(openTestDesk({ dataDir }).shops.currentId()).toBe(id)
    await desk.close()
    expect(openTestDesk({ dataDir }).shop.profile().name).toBe('男装旗舰店')
  })

  it('keeps each shop’s profile to itself', () => {
    const main = desk.shops.currentId()
    const { id } = desk.shops.create({ name: '男装旗舰店', copyOf: main })
    desk.shop.save({ ...desk.shop.profile(), cutOff: '18:30' })
    desk.shops.switchTo(main)
    expect(desk.shop.profile().cutOff).toBe('16:00')
    expect(desk.shops.get(id).profile.cutOff).toBe('18:30')
  })

  it('misses the facts of the current shop, not of another', async () => {
    const lacking = async () => (await desk.products.missingFacts()).shop.map(({ fact }) => fact)
    expect(await lacking()).not.toContain('店铺.快递')
    const main = desk.shops.currentId()
    desk.shops.create({ name: '新店', copyOf: null })
    expect(await lacking()).toContain('店铺.快递')
    desk.shops.switchTo(main)
    expect(await lacking()).not.toContain('店铺.快递')
  })

  it('is refused a name that another shop has', () => {
    const taken = sample()
    expect(() => desk.shops.create({ name: taken, copyOf: null })).toThrow(/已经有叫/)
    const { id } = desk.shops.create({ name: '新店', copyOf: null })
    expect(() => desk.shops.rename(id, { name: taken })).toThrow(/已经有叫/)
  })

  it('deletes the current one, works for the oldest, and can take it back', () => {
    const first = sample()
    const { id } = desk.shops.create({ name: '新店', copyOf: null })
    desk.shops.remove(id)
    expect(sample()).toBe(first)
    desk.shops.restore(id)
    expect(names()).toEqual([first, '新店'])
    expect(sample()).toBe('新店')
  })

  it('never loses the last one', () => {
    expect(() => desk.shops.remove(desk.shops.currentId())).toThrow(/至少要留一个店铺/)
  })

  it('is told of every change, so that no window shows another shop', () => {
    let told = 0
    desk.onEvent(({ kind }) => {
      if (kind === 'library-changed') told += 1
    })
    const main = desk.shops.currentId()
    const { id } = desk.shops.create({ name: '新店', copyOf: null })
    desk.shops.switchTo(main)
    desk.shops.remove(id)
    expect(told).toBe(3)
  })

  it('sees what another program made of the shops', () => {
    const other = openTestDesk({ dataDir })
    other.shops.rename(other.shops.currentId(), { name: '改过的店名' })
    expect(sample()).toBe('改过的店名')
  })
})

it('which shop is current is this machine’s, not the library’s', () => {
  const file = path.join(dataDir, 'settings.json')
  expect(existsSync(file)).toBe(false)
  const { id } = desk.shops.create({ name: '新店', copyOf: null })
  expect(JSON.parse(readFileSync(file, 'utf8')).shopId).toBe(id)
})
