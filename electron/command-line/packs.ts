import path from 'node:path'
import type { TeamLibrary } from '../../shared/model/team.ts'
import type { Desk } from '../desk/open-desk.ts'
import { packFileName } from '../desk/packs/pack-file.ts'
import type { AddCommand, CommonOptions, Say } from './command.ts'
import { packBytes } from './input-file.ts'
import { refuseOutput, writeOutput } from './output-file.ts'
import { removalsIn } from './removals.ts'
import { STANDARD, type StandardStreams } from './standard-streams.ts'
import { aDay, decisionsFor, libraryNamed, oneOfSides, totals } from './team-options.ts'
import { Refused, wordsFor } from './words.ts'

/** A team's libraries: published as packs, and brought in. */
export function addPackCommands(command: AddCommand, say: Say, streams: StandardStreams): void {
  command('teams', '列出这台电脑上的团队话术库', async (desk, options) => {
    const libraries = desk.team.list()
    say(options, libraries, libraries.map(describe).join('') || '还没有团队话术库\n')
    return libraries.length > 0 ? 0 : 1
  })

  command('team-new <name>', '新建一个由这台电脑发布的团队话术库', async (desk, options, name = '') => {
    const rootGroups = (options.groups ?? '').split(',').map((group) => groupNamed(desk, group.trim()))
    const library = await desk.team.begin({
      ...{ name, rootGroups, publisher: options.publisher ?? '', allowsEdits: Boolean(options.allowEdits) },
    })
    say(options, library, describe(library))
    return 0
  })
    .requiredOption('--groups <groups>', '要发布的分组，几个之间用逗号，内层写成 外层/内层')
    .requiredOption('--publisher <name>', '发布者的名字，客服看得到')
    .option('--allow-edits', '客服可以改动这些话术，更新时合并')

  command(
    'pack <library> [folder]',
    '把团队话术库的下一版写成话术包，放进文件夹（默认当前的）；写 - 是输出到标准输出',
    async (desk, options, wanted = '', folder = '.') => {
      const { id, name, version } = libraryNamed(desk, wanted)
      const removals = await desk.team.removals(id)
      const how = { overwrites: Boolean(options.force) }
      const file = folder === STANDARD ? null : path.resolve(folder, packFileName(name, version + 1))
      if (file === null && options.json) throw new Refused('话术包输出到标准输出时，不能同时用 --json')
      // Once it is published it has taken its number, wherever its file is.
      if (file !== null) refuseOutput(file, how)
      const { bytes, library } = await desk.team.publish(id, notesIn(options))
      if (file === null) {
        streams.write(bytes)
        streams.tell(removalsIn(removals))
        return 0
      }
      try {
        writeOutput(file, bytes, how)
      } catch (error) {
        throw new Refused(
          `第 ${library.version} 版已经记为发布，话术包却没有写出来：${wordsFor(error)}。处理好后再运行一次，会写出第 ${library.version + 1} 版`,
        )
      }
      const text = `${removalsIn(removals)}已写出第 ${library.version} 版：${file}\n`
      say(options, { file, bytes: bytes.length, library, removals }, text)
      return 0
    },
  )
    .option('--message <text>', '给客服的一句话，如 双11 口径')
    .option('--must-update-by <day>', '最晚哪天更新，如 2026-11-10', aDay)
    .option('--force', '覆盖已有的文件')

  command('apply-pack <file>', '导入一个话术包', async (desk, options, file = '') => {
    const bytes = await packBytes(file, streams)
    const preview = desk.team.preview(bytes)
    if (preview.trust === 'new' && options.trust !== preview.fingerprint) {
      throw new Refused(
        `第一次导入《${preview.library.name}》。请和发布者核对指纹 ${preview.fingerprint}，一致的话加上 --trust ${preview.fingerprint}`,
      )
    }
    const outcome = desk.team.apply(bytes, {
      trusted: options.trust ?? null,
      decisions: decisionsFor(preview, options.onConflict),
    })
    say(options, outcome, `${describe(outcome.library)}${totals(outcome.totals)}${lines(outcome.notes)}`)
    return 0
  })
    .option('--trust <fingerprint>', '第一次导入时，核对过的发布者指纹')
    .option('--on-conflict <side>', '两边都改过的用哪一份：theirs 团队的，mine 自己的', oneOfSides)
}

const notesIn = ({ message, mustUpdateBy }: CommonOptions & Record<string, string>) => ({
  message: message ?? null,
  mustUpdateBy: mustUpdateBy ?? null,
})

function groupNamed(desk: Desk, wanted: string): string {
  const all = desk.groups.list()
  const pathOf = (id: string | null): string[] => {
    const group = all.find((one) => one.id === id)
    return group ? [...pathOf(group.parentId), group.name] : []
  }
  const group = all.find(({ id }) => id === wanted || pathOf(id).join('/') === wanted)
  if (!group) throw new Refused(`没有名为“${wanted}”的分组`)
  return group.id
}

const ROLES: Record<TeamLibrary['role'], string> = { publisher: '由本机发布', subscriber: '订阅' }

function describe({ name, role, version, phrases, publisher, fingerprint }: TeamLibrary): string {
  return `《${name}》第 ${version} 版，${ROLES[role]}，话术 ${phrases} 条，发布者 ${publisher}，指纹 ${fingerprint}\n`
}

const lines = (all: readonly string[]) => all.map((line) => `  提示 ${line}\n`).join('')
