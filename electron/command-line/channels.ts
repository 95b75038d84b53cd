import { InvalidArgumentError } from 'commander'
import type { ChannelState } from '../../shared/model/channel.ts'
import type { PackOutcome } from '../../shared/model/team.ts'
import type { ChannelPlace } from '../desk/channels/channel-api.ts'
import type { Desk } from '../desk/open-desk.ts'
import { channelFrom } from './channel-option.ts'
import type { AddCommand, CommonOptions, Say } from './command.ts'
import { removalsIn } from './removals.ts'
import { readSecret, type SecretSource } from './secret-source.ts'
import { aDay, decisionsFor, libraryNamed, oneOfSides, totals } from './team-options.ts'
import { Refused } from './words.ts'

const SECRET = 'GOLDEN_SIX_CHANNEL_SECRET'

type Options = CommonOptions & Record<string, string>

/** A team's libraries through their channels: published, and brought here. */
export function addChannelCommands(command: AddCommand, say: Say, secrets: SecretSource): void {
  const placeOf = async (options: Options): Promise<ChannelPlace | null> =>
    options.channel
      ? { address: channelFrom(options.channel), secret: await secretFor(options, secrets) }
      : null

  command('publish <library>', '把团队话术库的下一版发布到频道', async (desk, options, wanted = '') => {
    const { id, name } = libraryNamed(desk, wanted)
    const removals = await desk.team.removals(id)
    if (options.preview) {
      say(options, { libraryId: id, removals }, removalsIn(removals) || '不会从全队移除或改回什么\n')
      return removals.count + removals.takenBack.count === 0 ? 0 : 1
    }
    const place = await placeOf(options)
    if (place) await desk.channels.attach(id, place)
    else if (!channelOf(desk, id))
      throw new Refused(`《${name}》还没有频道，请加上 --channel，如 --channel /mnt/nas/团队`)
    const published = await desk.channels.publish(id, {
      message: options.message ?? null,
      mustUpdateBy: options.mustUpdateBy ?? null,
      share: Number(options.share),
    })
    const { version, sent } = published
    say(
      options,
      { libraryId: id, ...published, removals },
      `${removalsIn(removals)}《${name}》第 ${version} 版已发布，上传 ${sent.objects} 个文件，${sent.bytes} 字节\n`,
    )
    return 0
  })
    .option('--channel <where>', '频道在哪里；写一次就会记住', aChannel)
    .option('--secret-stdin', `在终端里问密码，否则从标准输入读（也可以用环境变量 ${SECRET}）`)
    .option('--message <text>', '给客服的一句话，如 双11 口径')
    .option('--must-update-by <day>', '最晚哪天更新，如 2026-11-10', aDay)
    .option('--share <percent>', '先给百分之几的客服', aShare, '100')
    .option('--preview', '只列出会从全队移除和改回什么，不发布')

  command('pull [library]', '从频道取团队话术库的新版本', async (desk, options, wanted) => {
    const place = await placeOf(options)
    const subscribed = place
      ? [await subscribe(desk, place, options)]
      : desk.channels.list().filter(({ role }) => role === 'subscriber')
    const asked = subscribed.filter(({ libraryId, libraryName }) =>
      [undefined, libraryId, libraryName].includes(wanted),
    )
    if (wanted !== undefined && asked.length === 0)
      throw new Refused(`没有订阅编号或名字为“${wanted}”的团队话术库`)
    const pulled: Pulled[] = []
    for (const { libraryId } of asked) pulled.push(await pull(desk, libraryId, options))
    if (pulled.length > 0 && pulled.every(isUnanswered)) throw new Refused(pulled.map(wordsOfPulled).join(''))
    say(options, pulled, pulled.map(wordsOfPulled).join('') || '还没有订阅频道\n')
    return pulled.length > 0 && pulled.every(isCurrent) ? 0 : 1
  })
    .option('--apply', '取到就更新；不写只下载')
    .option('--on-conflict <side>', '两边都改过的用哪一份：theirs 团队的，mine 自己的', oneOfSides)
    .option('--channel <where>', '先订阅这个频道', aChannel)
    .option('--trust <fingerprint>', '第一次订阅时，核对过的发布者指纹')
    .option('--secret-stdin', `在终端里问密码，否则从标准输入读（也可以用环境变量 ${SECRET}）`)
}

/** What became of one library; `outcome` is null when nothing was brought in. */
interface Pulled {
  channel: ChannelState
  outcome: PackOutcome | null
}

async function subscribe(desk: Desk, place: ChannelPlace, options: Options): Promise<ChannelState> {
  const { library, fingerprint, trust } = await desk.channels.meet(place)
  if (trust === 'new' && options.trust !== fingerprint) {
    throw new Refused(
      `第一次订阅《${library.name}》。请和发布者核对指纹 ${fingerprint}，一致的话加上 --trust ${fingerprint}`,
    )
  }
  return desk.channels.subscribe({ ...place, trusted: fingerprint })
}

async function pull(desk: Desk, libraryId: string, options: Options): Promise<Pulled> {
  const channel = await desk.channels.check(libraryId)
  if (channel.status !== 'waiting' || !options.apply) return { channel, outcome: null }
  const preview = await desk.channels.preview(libraryId)
  const decisions = decisionsFor(preview, options.onConflict)
  const outcome = await desk.channels.apply(libraryId, decisions, preview.manifestHash)
  return { channel: channelOf(desk, libraryId) ?? channel, outcome }
}

const isCurrent = ({ channel: { status } }: Pulled): boolean => status === 'current'

const isUnanswered = ({ channel: { status } }: Pulled): boolean =>
  status === 'offline' || status === 'refused'

function wordsOfPulled({ channel, outcome }: Pulled): string {
  const { libraryName, status, present, offered, problem } = channel
  const name = `《${libraryName}》`
  if (outcome) return `${name}更新到第 ${present} 版：${totals(outcome.totals)}`
  if (status === 'current') return `${name}已是最新，第 ${present} 版\n`
  if (status === 'waiting') return `${name}第 ${offered?.version} 版已下载，还没有更新（--apply 更新）\n`
  return `${name}没有取到：${problem ?? '还在下载'}\n`
}

const channelOf = (desk: Desk, libraryId: string): ChannelState | null =>
  desk.channels.list().find((channel) => channel.libraryId === libraryId) ?? null

async function secretFor(options: Options, secrets: SecretSource): Promise<string | null> {
  return options.secretStdin ? readSecret(secrets, '频道的密码：') : secrets.environment[SECRET] || null
}

function aChannel(text: string): string {
  try {
    channelFrom(text)
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : '看不懂')
  }
  return text
}

function aShare(text: string): string {
  if (!/^(0|[1-9]\d?|100)$/.test(text)) throw new InvalidArgumentError('应是 0 到 100 的整数')
  return text
}
