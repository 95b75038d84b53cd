import { readFileSync } from 'node:fs'
import { chinaMoment } from '../../shared/model/china-time.ts'
import { comparePhrases } from '../../shared/packs/compare.ts'
import { readPack } from '../desk/packs/pack-file.ts'
import type { Pack } from '../desk/packs/signed-release.ts'
import { fingerprintOf } from '../desk/packs/signing.ts'
import type { AddLooseCommand, Say } from './command.ts'

/** What can be asked of a pack's file alone. */
export function addPackFileCommands(command: AddLooseCommand, say: Say): void {
  command('verify <file>', '检查话术包的签名和内容，不导入', (options, file = '') => {
    const { manifest, manifestHash } = readPack(readFileSync(file))
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

  command('diff <a> <b>', '比较两个话术包：从 a 到 b 改了什么', (options, a = '', b = '') => {
    const changes = changesBetween(readPack(readFileSync(a)), readPack(readFileSync(b)))
    say(
      options,
      { changes },
      changes.map(({ kind, title, fields }) => `${SIGNS[kind]} ${title}${fields}\n`).join('') || '没有不同\n',
    )
    return changes.length === 0 ? 0 : 1
  })
}

const SIGNS = { added: '+', changed: '~', removed: '-' } as const

function changesBetween(a: Pack, b: Pack) {
  const held = a.contents.phrases.map(({ id, draft }) => ({ id, base: draft, mine: draft }))
  return comparePhrases(held, b.contents.phrases).map((change) => ({
    kind: change.kind === 'added' || change.kind === 'removed' ? change.kind : ('changed' as const),
    id: change.id,
    title: 'theirs' in change ? change.theirs.title : change.mine.title,
    fields: change.kind === 'changed' ? `（${change.fields.join('、')}）` : '',
  }))
}
