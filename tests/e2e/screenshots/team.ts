import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ChannelPlace } from '../../../electron/desk/channels/channel-api.ts'
import { type Desk, openDesk } from '../../../electron/desk/open-desk.ts'
import { channelStrings as words } from '../../../renderer/workbench/strings/channels.ts'
import { teamStrings } from '../../../renderer/workbench/strings/team.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import { golden } from '../../support/command-line.ts'
import { startConditionalS3 } from '../../support/servers/s3.ts'
import type { Workbench } from '../pages/workbench.ts'
import type { Program } from '../support/program.ts'
import { type TakePage, takeInBothThemes } from './themes.ts'

const TO_ALL = { message: null, mustUpdateBy: null, share: 100 }

/** A library that comes from another lead's channel, one that is published from here, and what agents sent. */
export async function takeTeam(
  bench: Workbench,
  app: Program['app'],
  folder: string,
  takeRaw: TakePage,
): Promise<void> {
  const { page } = bench
  const takePage = asOnDrive(folder, takeRaw)
  const [shared, own] = ['屿禾团队', '售后组'].map((name) => path.join(folder, 'NAS', name))
  if (!shared || !own) throw new Error('there are no folders')
  for (const one of [shared, own]) mkdirSync(one, { recursive: true })
  const place = { address: { kind: 'folder' as const, path: shared }, secret: null }
  const lead = await leadAt(path.join(folder, 'lead'), place, '屿禾团队')

  await bench.goTo('team')
  await page.getByRole('button', { name: words.follow }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(words.address.kind).click()
  await page.getByTitle(words.kinds.s3, { exact: true }).last().click()
  await bench.field(words.address.endpoint).waitFor()
  await takePage(bench, 'team-subscribe')
  await dialog.getByLabel(words.address.kind).click()
  await page.getByTitle(words.kinds.folder, { exact: true }).last().click()
  await bench.field(words.address.path).fill(shared)
  await page.keyboard.press('Enter')
  await dialog.getByLabel(words.subscribe.trusted).check()
  await takePage(bench, 'team-fingerprint')
  await dialog.getByRole('button', { name: words.subscribe.confirm, exact: true }).click()
  const followed = page.getByRole('listitem', { name: '屿禾团队' })
  await followed.getByText(words.status.current).waitFor()

  const dataDir = ['--data-dir', path.join(folder, 'library')]
  await golden('team-new', '售后组', '--groups', '迎接', '--publisher', '小满', ...dataDir)
  await golden('publish', '售后组', '--channel', own, '--message', '双11 口径', ...dataDir)
  await golden('publish', '售后组', '--message', '大促后的说法', '--share', '10', ...dataDir)
  await agentAt(path.join(folder, 'agent'), own)
  await lead.published({ message: '运费改了，先看一眼', mustUpdateBy: '2099-01-01' })
  await bench.goTo('phrases')
  await bench.goTo('team')
  await followed.getByRole('switch', { name: words.automatic }).click()
  await followed.getByRole('button', { name: words.checkNow }).click()
  await followed.getByText(words.status.waiting(2)).waitFor()
  const ours = page.getByRole('listitem', { name: '售后组' })
  await ours.getByText(words.releases.title).click()
  await ours.getByRole('button', { name: words.releases.rollBackThis(1) }).scrollIntoViewIfNeeded()
  await takeInBothThemes(app, bench, 'team-channels', takePage)

  await ours.getByRole('button', { name: teamStrings.publish, exact: true }).click()
  await page.getByRole('radio', { name: words.publish.shares.own }).check()
  await takePage(bench, 'team-publish')
  await page.getByRole('button', { name: strings.cancel }).click()
  await page.getByRole('button', { name: strings.unsaved.discard }).click()
  await ours.getByRole('button', { name: words.inbox.open }).click()
  await page.getByRole('listitem', { name: '开电子发票' }).waitFor()
  await takeInBothThemes(app, bench, 'team-inbox', takePage)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await lead.desk.close()
  await takeTroubles(bench, app, folder, shared, takePage)
}

/** A folder that is not there any more, and a server whose password was lost with its file. */
async function takeTroubles(
  bench: Workbench,
  app: Program['app'],
  folder: string,
  shared: string,
  takePage: TakePage,
): Promise<void> {
  const { page } = bench
  const server = await startConditionalS3()
  const { origin, bucket, accessKeyId, secretAccessKey } = server
  const address = {
    ...{ kind: 's3' as const, endpoint: origin, region: 'cn-hangzhou', bucket, accessKeyId },
    ...{ prefix: 'live/', isPathStyle: true },
  }
  const lead = await leadAt(path.join(folder, 'live'), { address, secret: secretAccessKey }, '直播组')
  const agent = openDesk({ dataDir: path.join(folder, 'library') })
  const place = { address, secret: secretAccessKey }
  const { fingerprint } = await agent.channels.meet(place)
  await agent.channels.subscribe({ ...place, trusted: fingerprint })
  writeFileSync(path.join(agent.dataDir, 'channel-secrets.json'), '{')
  await agent.close()
  renameSync(shared, `${shared}（拔掉了）`)

  await bench.goTo('products')
  await bench.goTo('team')
  const unplugged = page.getByRole('listitem', { name: '屿禾团队' })
  await unplugged.getByRole('button', { name: words.checkNow }).click()
  await unplugged.getByText(words.status.offline).waitFor()
  const locked = page.getByRole('listitem', { name: '直播组' })
  await locked.getByRole('button', { name: words.checkNow }).click()
  await locked.getByRole('button', { name: words.secretAgain }).waitFor()
  await unplugged.scrollIntoViewIfNeeded()
  await takeInBothThemes(app, bench, 'team-offline', takePage)
  await locked.scrollIntoViewIfNeeded()
  await takeInBothThemes(app, bench, 'team-password', takePage)
  await lead.desk.close()
  await server.stop()
}

/** The folder of this run is called as a team's would be: its own name is another one each time. */
const asOnDrive =
  (folder: string, takePage: TakePage): TakePage =>
  async (bench, name) => {
    await bench.page.evaluate(
      (own) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        while (walker.nextNode()) {
          const { currentNode } = walker
          currentNode.nodeValue = currentNode.nodeValue?.replace(`${own}/`, '\\\\NAS\\客服\\') ?? null
        }
      },
      path.join(folder, 'NAS'),
    )
    await takePage(bench, name)
  }

async function leadAt(dataDir: string, place: ChannelPlace, name: string) {
  const desk = openDesk({ dataDir, empty: true, presence: 'host' })
  const group = desk.groups.create('售前', null)
  const phrase = desk.phrases.create({ title: '包邮说明', body: '亲，满99包邮。', groupId: group.id })
  const library = await desk.team.begin({
    ...{ name, publisher: '安然', rootGroups: [group.id], allowsEdits: false },
  })
  await desk.channels.attach(library.id, place)
  await desk.channels.publish(library.id, TO_ALL)
  return {
    desk,
    async published(notes: { message: string; mustUpdateBy: string }): Promise<void> {
      desk.phrases.update(phrase.id, { ...phrase, body: '亲，满59包邮。' })
      await desk.channels.publish(library.id, { ...TO_ALL, ...notes })
    },
  }
}

/** An agent's machine, which tells what it searched for in vain, and proposes. */
async function agentAt(dataDir: string, own: string): Promise<void> {
  let at = Date.now()
  const desk: Desk = openDesk({ dataDir, empty: true, presence: 'host', now: () => at })
  const place = { address: { kind: 'folder' as const, path: own }, secret: null }
  const { library, fingerprint } = await desk.channels.meet(place)
  await desk.channels.subscribe({ ...place, trusted: fingerprint })
  await desk.channels.configure(library.id, { isAutomatic: true, sendsFeedback: true })
  for (const [title, body, note] of [
    ['开电子发票', '亲，电子发票收货后在订单里点“申请开票”就可以哦~', '这几天好多人问'],
    ['能不能放门口', '亲，可以的，给您备注放家门口，签收前记得看一眼包装哦', ''],
  ] as const) {
    const phrase = desk.phrases.create({ title, body, groupId: null })
    await desk.channels.propose(library.id, phrase.id, note)
  }
  // What was searched for once is not told, and what is typed on within a moment is one search.
  for (const text of ['开收据', '碎屏险', '驱蚊水', '开收据', '碎屏险', '驱蚊水', '开收据', '']) {
    await desk.phrases.search({
      ...{ text, limit: 5, step: null, filters: {}, productId: null, buyer: null },
    })
    at += 10_000
  }
  for (const { id } of desk.phrases.list({ offset: 0, limit: 3 }).phrases)
    desk.usage.record({ phraseId: id, query: '', step: null, outcome: 'pasted', tookMs: 900 })
  await desk.channels.check(library.id)
  await desk.close()
}
