import { chinaMoment } from '../../shared/model/china-time.ts'
import type { PackGroup } from '../../shared/model/pack.ts'
import { comparePhrases } from '../../shared/packs/compare.ts'
import { readPack } from '../desk/packs/pack-file.ts'
import type { Pack } from '../desk/packs/signed-release.ts'
import { fingerprintOf } from '../desk/packs/signing.ts'
import type { AddLooseCommand, Say } from './command.ts'
import { packBytes } from './input-file.ts'
import { STANDARD, type StandardStreams } from './standard-streams.ts'
import { Refused } from './words.ts'

/** What can be asked of a pack's file alone. */
export function addPackFileCommands(command: AddLooseCommand, say: Say, streams: StandardStreams): void {
  const packIn = async (file: string): Promise<Pack> => readPack(await packBytes(file, streams))

  command('verify <file>', '检查话术包的签名和内容，不导入', async (options, file = '') => {
    const { manifest, manifestHash } = await packIn(file)
    const { library, version, publisher, publishedAt, counts } = manifest
    const fingerprint = fingerprintOf(publisher.publicKey)
    const { day, time } = chinaMoment(publishedAt)
    say(
      options,
      {
        ok: true,
        library,
        version,
        publisher: publisher.name,
        fingerprint,
        publishedAt,
        counts,
        manifestHash,
      },
      `完好：《${library.name}》第 ${version} 版，${publisher.name} ${day} ${time} 发布\n指纹 ${fingerprint}\n话术 ${counts.phrases} 条，分组 ${counts.groups} 个，图片 ${counts.images} 张\n`,
    )
    return 0
  })

  command('diff <a> <b>', '比较两个话术包：从 a 到 b 改了什么', async (options, a = '', b = '') => {
    if (a === STANDARD && b === STANDARD) throw new Refused('两个话术包不能都从标准输入读')
    const changes = changesBetween(await packIn(a), await packIn(b))
    say(options, { changes }, changes.map(inWords).join('') || '没有不同\n')
    return changes.length === 0 ? 0 : 1
  })
}

interface Difference {
  of: 'phrase' | 'group'
  kind: 'added' | 'changed' | 'removed'
  id: string
  /** A group's is its name. */
  title: string
  /** What differs of a changed one. */
  fields: string[]
}

const SIGNS = { added: '+', changed: '~', removed: '-' } as const

function inWords({ of, kind, title, fields }: Difference): string {
  return `${SIGNS[kind]} ${of === 'group' ? '分组 ' : ''}${title}${fields.length > 0 ? `（${fields.join('、')}）` : ''}\n`
}

function changesBetween(a: Pack, b: Pack): Difference[] {
  const held = a.contents.phrases.map(({ id, draft }) => ({ id, base: draft, mine: draft }))
  const phrases = comparePhrases(held, b.contents.phrases).map(
    (change): Difference => ({
      of: 'phrase',
      kind: change.kind === 'added' || change.kind === 'removed' ? change.kind : 'changed',
      id: change.id,
      title: 'theirs' in change ? change.theirs.title : change.mine.title,
      fields: change.kind === 'changed' ? change.fields : [],
    }),
  )
  return [...groupsBetween(a.contents.groups, b.contents.groups), ...phrases]
}

function groupsBetween(before: readonly PackGroup[], after: readonly PackGroup[]): Difference[] {
  const was = new Map(before.map((group) => [group.id, group]))
  const is = new Set(after.map(({ id }) => id))
  const told = (kind: Difference['kind'], { id, name }: PackGroup, fields: string[] = []): Difference => ({
    ...{ of: 'group', kind, id, title: name, fields },
  })
  const present = after.flatMap((group) => {
    const known = was.get(group.id)
    if (!known) return [told('added', group)]
    const fields = (['name', 'parentId', 'position'] as const).filter(
      (field) => known[field] !== group[field],
    )
    return fields.length > 0 ? [told('changed', group, fields)] : []
  })
  return [...present, ...before.filter(({ id }) => !is.has(id)).map((group) => told('removed', group))]
}
