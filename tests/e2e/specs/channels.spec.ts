import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ChannelPlace } from '../../../electron/desk/channels/channel-api.ts'
import { type Desk, openDesk } from '../../../electron/desk/open-desk.ts'
import { channelStrings as words } from '../../../renderer/workbench/strings/channels.ts'
import { teamStrings } from '../../../renderer/workbench/strings/team.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import { startConditionalS3 } from '../../support/servers/s3.ts'
import { expect, test } from '../support/fixtures.ts'
import { violations, violationsInBothThemes } from '../support/violations.ts'

// Each opens the workbench, and releases are made beside it.
test.slow()

const EVERYONE = { message: null, mustUpdateBy: null, share: 100 }

/** A folder that two machines see. */
function sharedFolder(folder: string) {
  const shared = path.join(folder, '共享 NAS')
  mkdirSync(shared)
  return { shared, place: { address: { kind: 'folder' as const, path: shared }, secret: null } }
}

/** A lead on another machine, who publishes into the shared folder. */
async function leadAt(folder: string, place: ChannelPlace, name = '屿禾团队') {
  const desk = openDesk({ dataDir: path.join(folder, 'lead'), empty: true, presence: 'host' })
  const group = desk.groups.create('售前', null)
  const [postage, size] = ['包邮说明', '尺码怎么选'].map((title) =>
    desk.phrases.create({ title, body: `亲，${title}。有问题随时找我。`, groupId: group.id }),
  )
  if (!postage || !size) throw new Error('the lead has no phrases')
  const library = await desk.team.begin({
    ...{ name, publisher: '安然', rootGroups: [group.id], allowsEdits: true },
  })
  await desk.channels.attach(library.id, place)
  await desk.channels.publish(library.id, { ...EVERYONE, message: '双11 口径' })
  return { desk, library, postage, size }
}

/** Phrases of a desk by their titles. */
const bodiesIn = (desk: Desk) =>
  Object.fromEntries(
    desk.phrases.list({ offset: 0, limit: 100 }).phrases.map(({ title, body }) => [title, body]),
  )

test('an agent subscribes, compares the fingerprint, and gets the next release without a click', async ({
  start,
  library,
  folder,
}) => {
  await library.fill([['mine', '亲，我自己的话术', '我的']])
  const { shared, place } = sharedFolder(folder)
  const lead = await leadAt(folder, place)
  const program = await start()
  const bench = await program.workbench()
  const { page } = bench
  await bench.goTo('team')
  await page.getByRole('button', { name: words.follow }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: words.subscribe.connect }).click()
  await expect(dialog.getByText('请填写')).toBeVisible()
  expect(await violationsInBothThemes(program.app, page)).toEqual([])
  await bench.field(words.address.path).fill(shared)
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(lead.library.fingerprint)).toBeVisible()
  await dialog.getByRole('button', { name: words.subscribe.elsewhere }).click()
  await expect(bench.field(words.address.path)).toHaveValue(shared)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: strings.unsaved.stay }).click()
  await expect(bench.field(words.address.path)).toHaveValue(shared)
  await dialog.getByRole('button', { name: words.subscribe.connect }).click()
  const subscribe = dialog.getByRole('button', { name: words.subscribe.confirm, exact: true })
  await expect(subscribe).toBeDisabled()
  expect(await violations(page)).toEqual([])
  await dialog.getByLabel(words.subscribe.trusted).check()
  await subscribe.click()

  const card = page.getByRole('listitem', { name: '屿禾团队' })
  await expect(card).toContainText(teamStrings.version(1))
  await expect(card.getByText(words.status.current)).toBeVisible()
  expect(library.bodies()).toMatchObject({ 包邮说明: '亲，包邮说明。有问题随时找我。' })
  expect(await violationsInBothThemes(program.app, page)).toEqual([])

  lead.desk.phrases.update(lead.postage.id, { ...lead.postage, body: '亲，满88包邮。' })
  await lead.desk.channels.publish(lead.library.id, { ...EVERYONE, message: '满88包邮了' })
  await program.setClock(new Date(Date.now() + 10 * 60_000).toISOString())
  await expect(card).toContainText(teamStrings.version(2), { timeout: 30_000 })
  expect(library.bodies().包邮说明).toBe('亲，满88包邮。')
  await expect.poll(program.notifications).toContain('满88包邮了')
  await lead.desk.close()
})

test('an agent decides what both sides changed, proposes a phrase, and agrees to tell what is used', async ({
  start,
  library,
  folder,
}) => {
  await library.fill([['mine', '亲，我自己的话术', '我的']])
  const { shared, place } = sharedFolder(folder)
  const lead = await leadAt(folder, place)
  await library.desk('pull', '--channel', shared, '--trust', lead.library.fingerprint)
  const program = await start()
  const bench = await program.workbench()
  const { page } = bench
  const card = page.getByRole('listitem', { name: '屿禾团队' })
  const dialog = page.getByRole('dialog')
  await bench.phrase('尺码怎么选').dblclick()
  await bench.field(strings.editor.fields.title).fill('尺码（我的叫法）')
  await bench.save()
  await expect(bench.phrase('尺码（我的叫法）')).toBeVisible()
  lead.desk.phrases.update(lead.size.id, { ...lead.size, title: '尺码建议' })
  await lead.desk.channels.publish(lead.library.id, EVERYONE)
  await bench.goTo('team')
  await card.getByRole('button', { name: words.checkNow }).click()
  await expect(card.getByText(words.status.waiting(2))).toBeVisible()
  expect(library.bodies()).toHaveProperty('尺码（我的叫法）')
  await card.getByRole('button', { name: words.look }).click()
  await dialog.getByLabel(teamStrings.preview.decisions.conflict.theirs).check()
  await dialog.getByRole('button', { name: teamStrings.preview.applyUpdate, exact: true }).click()
  await expect(card.getByText(words.status.current)).toBeVisible()
  expect(library.bodies()).toHaveProperty('尺码建议')

  await bench.goTo('phrases')
  await bench.phrase('我自己的话术').dblclick()
  await page.getByRole('button', { name: words.propose.open }).click()
  expect(await violations(page)).toEqual([])
  await bench.field(words.propose.note).fill('打13812345678问的')
  await page.getByRole('button', { name: words.propose.send, exact: true }).click()
  await expect(page.getByText('留言里像是有买家的资料')).toBeVisible()
  await bench.field(words.propose.note).fill('好多人问')
  await page.getByRole('button', { name: words.propose.send, exact: true }).click()
  await expect(page.getByText(words.propose.done)).toBeVisible()
  await page.keyboard.press('Escape')
  await bench.goTo('team')
  const telling = card.getByRole('switch', { name: words.feedback })
  await telling.press('Space')
  await expect(telling).toBeChecked()
  await card.getByRole('button', { name: words.checkNow }).click()
  await expect
    .poll(async () => (await lead.desk.channels.inbox(lead.library.id)).proposals)
    .toMatchObject([{ body: '亲，我自己的话术', note: '好多人问' }])
  await lead.desk.close()
})

test('an agent sees what is wrong with a channel, and what to do', async ({ start, library, folder }) => {
  const { shared, place } = sharedFolder(folder)
  const lead = await leadAt(folder, place)
  const server = await startConditionalS3()
  const { origin, bucket, accessKeyId, secretAccessKey } = server
  const stored = {
    address: {
      ...{ kind: 's3' as const, endpoint: origin, region: 'cn-hangzhou', bucket, accessKeyId },
      ...{ prefix: 'team/', isPathStyle: true },
    },
    secret: secretAccessKey,
  }
  const other = await leadAt(path.join(folder, 'other'), stored, '售后组')
  const agent = openDesk({ dataDir: library.dataDir, empty: true })
  for (const at of [place, stored]) {
    const { fingerprint } = await agent.channels.meet(at)
    await agent.channels.subscribe({ ...at, trusted: fingerprint })
  }
  agent.channels.configure(lead.library.id, { isAutomatic: false, sendsFeedback: false })
  await agent.close()
  writeFileSync(path.join(library.dataDir, 'channel-secrets.json'), '{"format":1,"secrets":{')

  const program = await start()
  const bench = await program.workbench()
  const { page } = bench
  await bench.goTo('team')
  const card = page.getByRole('listitem', { name: '屿禾团队' })
  const locked = page.getByRole('listitem', { name: '售后组' })
  /** Asks until it says so: an answer that was on its way already is of what was there before. */
  const comesTo = (where: typeof card, said: string | RegExp) =>
    expect(async () => {
      await where.getByRole('button', { name: words.checkNow }).click()
      await expect(where.getByText(said)).toBeVisible({ timeout: 2_000 })
    }).toPass()
  await comesTo(card, /^\d\d:\d\d 检查过$/)
  await expect(card.getByText(words.status.current)).toBeVisible()
  await expect(card.getByText('双11 口径')).toBeVisible()

  renameSync(shared, `${shared} 拔掉了`)
  await comesTo(card, words.status.offline)
  await expect(card.getByText('可能网络盘没有连上')).toBeVisible()
  await expect(card.getByText(/试过，上次成功 .*再试/)).toBeVisible()
  renameSync(`${shared} 拔掉了`, shared)

  const head = path.join(shared, 'channel.json')
  const whole = readFileSync(head)
  writeFileSync(head, whole.subarray(0, 200))
  await comesTo(card, '目录已损坏，或还没有复制完')
  await expect(card.getByText(words.status.refused)).toBeVisible()

  await comesTo(locked, /已损坏，改名为 channel-secrets\.damaged-/)
  expect(await violationsInBothThemes(program.app, page)).toEqual([])
  await locked.getByRole('button', { name: words.secretAgain }).click()
  const dialog = page.getByRole('dialog')
  await expect(bench.field(words.address.endpoint)).toHaveValue(origin)
  const secret = bench.field(words.address.s3Secret)
  await secret.fill('不对的')
  await dialog.getByRole('button', { name: words.connect, exact: true }).click()
  await expect(dialog.getByText('AccessKey Secret 和 ID 对不上')).toBeVisible()
  await secret.fill(secretAccessKey)
  await dialog.getByRole('button', { name: words.connect, exact: true }).click()
  await expect(locked.getByText(words.status.current)).toBeVisible()

  writeFileSync(head, whole)
  await lead.desk.channels.publish(lead.library.id, {
    ...EVERYONE,
    ...{ message: '运费改了，先看一眼', mustUpdateBy: '2020-01-01' },
  })
  await comesTo(card, words.status.waiting(2))
  await expect(card.getByText('运费改了，先看一眼')).toBeVisible()
  await expect(card.getByText(words.urgent.late('2020-01-01'))).toBeVisible()
  expect(await violationsInBothThemes(program.app, page)).toEqual([])
  await card.getByRole('button', { name: words.look }).click()
  await dialog.getByRole('button', { name: teamStrings.preview.applyUpdate, exact: true }).click()
  await expect(card.getByText(words.status.current)).toBeVisible()
  await expect(card.getByText(teamStrings.version(2))).toBeVisible()
  for (const { desk } of [lead, other]) await desk.close()
  await server.stop()
})

test('a lead publishes to some first, then to all, goes back, and takes a proposal by one key', async ({
  start,
  library,
  folder,
}) => {
  await library.fill([['by', '亲，满99包邮', '售前']])
  const { shared, place } = sharedFolder(folder)
  const program = await start()
  const bench = await program.workbench()
  const { page } = bench
  await library.desk('team-new', '屿禾团队', '--groups', '售前', '--publisher', '安然')
  await bench.goTo('team')
  const card = page.getByRole('listitem', { name: '屿禾团队' })
  await card.getByRole('button', { name: words.attach }).click()
  await bench.field(words.address.path).fill(shared)
  await page.keyboard.press('Enter')
  await expect(card.getByText(words.status.unpublished)).toBeVisible()

  const publish = async (message: string, share: keyof typeof words.publish.shares) => {
    await card.getByRole('button', { name: teamStrings.publish, exact: true }).click()
    await bench.field(teamStrings.message).fill(message)
    await page.getByRole('radio', { name: words.publish.shares[share] }).check()
    await page.getByRole('dialog').getByRole('button', { name: words.publish.now, exact: true }).click()
  }
  await publish('双11 口径', 'all')
  await expect(card.getByText(words.status.published(1))).toBeVisible()

  const agent = openDesk({ dataDir: path.join(folder, 'agent'), empty: true, presence: 'host' })
  const { fingerprint, library: met } = await agent.channels.meet(place)
  await expect(card.getByText(fingerprint)).toBeVisible()
  await agent.channels.subscribe({ ...place, trusted: fingerprint })
  const [title = ''] = Object.keys(bodiesIn(agent))
  expect(bodiesIn(agent)[title]).toBe('亲，满99包邮')

  await bench.goTo('phrases')
  await bench.phrase('满99包邮').dblclick()
  await bench.field(strings.editor.fields.body).fill('亲，满59包邮')
  await bench.save()
  await expect(page.getByRole('dialog')).toBeHidden()
  await bench.goTo('team')
  await publish('试一试', 'tenth')
  await expect(card.getByText(words.status.published(2))).toBeVisible()
  await card.getByText(words.releases.title).click()
  await card.getByLabel(words.releases.share(2)).press('Enter')
  await page.getByTitle(words.releases.to(100), { exact: true }).last().click()
  await expect(page.getByText(words.releases.widened(2, 100))).toBeVisible()
  expect(await violationsInBothThemes(program.app, page)).toEqual([])
  await agent.channels.check(met.id)
  expect(bodiesIn(agent)[title]).toBe('亲，满59包邮')

  await card.getByRole('button', { name: words.releases.rollBackThis(1) }).click()
  await expect(page.getByText(words.releases.rollBackExplanation(1, 3))).toBeVisible()
  await page.getByRole('button', { name: words.releases.rollBackNow, exact: true }).click()
  await expect(card.getByText(words.status.published(3))).toBeVisible()
  await agent.channels.check(met.id)
  expect(bodiesIn(agent)[title]).toBe('亲，满99包邮')

  const [phrase] = agent.phrases.list({ offset: 0, limit: 1 }).phrases
  const own = agent.phrases.create({ title: '开发票', body: '亲，电子发票收货后开。', groupId: null })
  agent.channels.propose(met.id, own.id, '常有人问')
  await agent.channels.configure(met.id, { isAutomatic: true, sendsFeedback: true })
  await agent.channels.check(met.id)
  expect(phrase?.source).toBe('team')

  await card.getByRole('button', { name: words.inbox.open }).click()
  await expect(page.getByRole('listitem', { name: '开发票' })).toBeFocused()
  expect(await violationsInBothThemes(program.app, page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByText(words.inbox.noProposals)).toBeVisible()
  expect(library.bodies()).toMatchObject({ 开发票: '亲，电子发票收货后开。' })
  await agent.close()
})
