import { InvalidArgumentError } from 'commander'
import {
  DuplicateChoice,
  PHRASE_FIELD_NAMES,
  type PhraseColumnUse,
  type PhraseImportOutcome,
} from '../../shared/model/phrase-transfer.ts'
import { DELIMITERS, type Delimiter, TEXT_ENCODINGS, type TextEncoding } from '../../shared/model/transfer.ts'
import type { Desk } from '../desk/open-desk.ts'
import type { PhraseImportChoices } from '../desk/transfer/phrases/phrase-imports.ts'
import type { AddCommand, Say } from './command.ts'
import { inputFile } from './input-file.ts'
import { problem } from './print.ts'
import type { StandardStreams } from './standard-streams.ts'

/** Phrases by file. Several files are imported one after the other, each whole or not at all. */
export function addImportCommand(command: AddCommand, say: Say, streams: StandardStreams): void {
  command(
    'import <file...>',
    '导入话术：千牛 CSV、别的工具的 XLSX、“V3” CSV（连图片可以打成 ZIP）、espanso YAML，或任何有列名的表格；写 - 是从标准输入读',
    async (desk, options, paths) => {
      const choices = choicesOf(options)
      // The parser gives the files that are named as one list.
      const files = paths as unknown as string[]
      const outcomes: PhraseImportOutcome[] = []
      for (const file of files)
        outcomes.push(await importFile(desk, file, choices, Boolean(options.dryRun), streams))
      const text = outcomes.map((outcome) => importText(outcome, Boolean(options.dryRun))).join('')
      say(options, outcomes.length === 1 ? outcomes[0] : outcomes, text)
      return outcomes.every(isClean) ? 0 : 1
    },
  )
    .option('--map <column=use>', '某一列是什么，如 答复=话术内容、备注=忽略；可以写多次', gathered)
    .option(
      '--on-duplicate <how>',
      '库里已有的怎么办：skip 跳过，replace 替换，keep 两条都留',
      duplicateChoice,
      'skip',
    )
    .option(
      '--encoding <name>',
      `文件的编码：${TEXT_ENCODINGS.join('、')}（不写会自己认）`,
      oneOf(TEXT_ENCODINGS),
    )
    .option('--delimiter <mark>', '列之间的符号：, ; 或 tab（不写会自己认）', delimiter)
    .option('--sheet <name>', '读哪个工作表')
    .option('--header <row>', '列名在第几行', rowNumber)
    .option('--dry-run', '只看会怎样，不写入')
}

async function importFile(
  desk: Desk,
  file: string,
  choices: PhraseImportChoices,
  isDryRun: boolean,
  streams: StandardStreams,
): Promise<PhraseImportOutcome> {
  const input = await inputFile(file, streams)
  if (!input.ok) return { table: null, belongsTo: null, ...input }
  return isDryRun ? desk.imports.preview(input.file, choices) : desk.imports.apply(input.file, choices, true)
}

function isClean(outcome: PhraseImportOutcome): boolean {
  return outcome.ok && outcome.counts.refused === 0
}

/** The options of `import` and `check` that say how a file is to be read. */
export function choicesOf(options: Record<string, string>): PhraseImportChoices {
  return {
    mapping: Object.fromEntries((options.map ?? '').split('\n').filter(Boolean).map(columnChoice)),
    onDuplicate: DuplicateChoice.catch('skip').parse(options.onDuplicate),
    encoding: (options.encoding as TextEncoding | undefined) ?? null,
    delimiter: (options.delimiter as Delimiter | undefined) ?? null,
    sheet: options.sheet ?? null,
    headerRow: options.header ? Number(options.header) : null,
  }
}

function gathered(choice: string, before: string | undefined): string {
  columnChoice(choice)
  return before ? `${before}\n${choice}` : choice
}

/** `答复=话术内容` → `['答复', 'body']`. */
function columnChoice(choice: string): [string, PhraseColumnUse] {
  const at = choice.lastIndexOf('=')
  const [column, use] = [choice.slice(0, at).trim(), choice.slice(at + 1).trim()]
  const field = Object.entries(PHRASE_FIELD_NAMES).find(([key, name]) => name === use || key === use)?.[0]
  if (at > 0 && column && (field || use === '忽略')) return [column, (field ?? 'skip') as PhraseColumnUse]
  throw new InvalidArgumentError(
    `要写成 列名=用途，用途是 忽略，或：${Object.values(PHRASE_FIELD_NAMES).join('、')}`,
  )
}

function duplicateChoice(text: string): string {
  if (DuplicateChoice.safeParse(text).success) return text
  throw new InvalidArgumentError('只能是 skip、replace、keep')
}

function oneOf(choices: readonly string[]) {
  return (text: string): string => {
    const choice = choices.find((one) => one.toLowerCase() === text.toLowerCase())
    if (!choice) throw new InvalidArgumentError(`只能是 ${choices.join('、')}`)
    return choice
  }
}

function delimiter(text: string): string {
  const mark = text === 'tab' ? '\t' : text
  if (DELIMITERS.some((one) => one === mark)) return mark
  throw new InvalidArgumentError('只能是 , ; 或 tab')
}

function rowNumber(text: string): string {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('应是 1 到 999 的整数')
  return text
}

const MANY_GROUPS = 10

/** For people at a terminal. */
export function importText(outcome: PhraseImportOutcome, isDryRun: boolean): string {
  if (!outcome.ok) return lines(`没有导入：${outcome.reason}`, outcome.advice)
  const { fileName, encoding, rowsRead, added, changed, counts, refused, duplicates, notes } = outcome
  const { groupsCreated, images } = outcome
  const summary = `新增 ${added} 条，改动 ${changed} 条，重复 ${counts.duplicates} 条，未能导入 ${counts.refused} 条`
  const few = groupsCreated.slice(0, MANY_GROUPS).join('、')
  return lines(
    `${fileName}(${encoding})：读到 ${rowsRead} 行，${isDryRun ? `会${summary}，没有写入` : summary}`,
    ...(counts.groups > 0
      ? [`新建分组：${few}${counts.groups > MANY_GROUPS ? ` 等 ${counts.groups} 个` : ''}`]
      : []),
    ...(images.found > 0 ? [`带进图片 ${images.found} 张`] : []),
    ...refused.map(problem('未导入')),
    ...moreThan(refused.length, counts.refused),
    ...duplicates.map(problem('重复')),
    ...moreThan(duplicates.length, counts.duplicates),
    ...notes.map(problem('提示')),
    ...moreThan(notes.length, counts.notes),
  )
}

const moreThan = (listed: number, all: number): string[] =>
  all > listed ? [`  …… 另有 ${all - listed} 行`] : []

function lines(...all: string[]): string {
  return all.map((line) => `${line}\n`).join('')
}
