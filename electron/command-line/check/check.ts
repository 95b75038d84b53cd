import { InvalidArgumentError } from 'commander'
import type { Desk } from '../../desk/open-desk.ts'
import type { AddCommand, Say } from '../command.ts'
import type { StandardStreams } from '../standard-streams.ts'
import { Refused } from '../words.ts'
import { type CheckReport, fromLibrary, reportOn } from './check-report.ts'
import { checkText } from './check-text.ts'
import { phraseRowsOf } from './phrase-rows.ts'
import { asSarif } from './sarif.ts'

const FORMATS = ['text', 'json', 'sarif']
const SOURCES = ['team', 'personal'] as const
type Source = (typeof SOURCES)[number]

/** Holds a file or the whole library to the wording rules, so that a lead's script can refuse a bad file. */
export function addCheckCommand(command: AddCommand, say: Say, streams: StandardStreams): void {
  command('check [file]', '按用语规则检查一个话术文件，或整个话术库', async (desk, options, file = '') => {
    const source = SOURCES.find((one) => one === options.source) ?? null
    const report = await checked(desk, { file, source, streams, wholeLibrary: Boolean(options.library) })
    const asJson = options.json || options.format !== 'text'
    const value = options.format === 'sarif' ? asSarif(report) : report
    say({ ...options, json: asJson }, value, checkText(report))
    return report.blocked > 0 || report.mistakes.length > 0 ? 1 : 0
  })
    .option('--library', '检查话术库里的全部话术')
    .option('--format <format>', `输出格式：${FORMATS.join('、')}`, oneOf(FORMATS), 'text')
    .option('--source <source>', '按谁的话术检查：team 团队，personal 个人（文件默认 team）', oneOf(SOURCES))
}

async function checked(
  desk: Desk,
  asked: { file: string; wholeLibrary: boolean; source: Source | null; streams: StandardStreams },
): Promise<CheckReport> {
  const { file, wholeLibrary, source, streams } = asked
  if (wholeLibrary === (file !== '')) throw new Refused('请写要检查的文件，或者只写 --library')
  const names = desk.products
    .list()
    .flatMap(({ name, shortName }) => (shortName ? [name, shortName] : [name]))
  if (!wholeLibrary) {
    const { phrases, ...about } = await phraseRowsOf(file, source ?? 'team', streams)
    return reportOn(phrases, about, names)
  }
  const { phrases } = desk.phrases.list({ offset: 0, limit: Number.MAX_SAFE_INTEGER })
  return reportOn(fromLibrary(phrases, source), { fileName: null, unchecked: [] }, names)
}

function oneOf(choices: readonly string[]) {
  return (text: string): string => {
    if (!choices.includes(text)) throw new InvalidArgumentError(`只能是 ${choices.join('、')}`)
    return text
  }
}
