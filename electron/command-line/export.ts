import path from 'node:path'
import { InvalidArgumentError } from 'commander'
import {
  EXPORT_ENCODINGS,
  EXPORT_FORMATS,
  type ExportFormat,
  PhraseExportOptions,
  type PhraseExportReport,
} from '../../shared/model/phrase-export.ts'
import type { AddCommand, Say } from './command.ts'
import { refuseOutput, writeOutput } from './output-file.ts'
import { STANDARD, type StandardStreams } from './standard-streams.ts'
import { Refused } from './words.ts'

/** Phrases as a file for Qianniu, or as a table that comes back. */
export function addExportCommand(command: AddCommand, say: Say, streams: StandardStreams): void {
  command(
    'export <file>',
    '把话术导出成表格；.xlsx 是工作簿，其余是 CSV，写 - 是输出到标准输出',
    async (desk, options, file = '') => {
      const asked = PhraseExportOptions.parse({
        choice: { kind: 'all', query: { filter: { groupId: options.group || undefined } }, except: [] },
        format: options.format ?? formatFor(file),
        encoding: options.encoding,
      })
      if (options.group && !desk.groups.list().some(({ id }) => id === options.group))
        throw new Refused(`没有编号为“${options.group}”的分组`)
      const target = path.resolve(file)
      if (options.preview) {
        const report = await desk.exports.preview(asked)
        say(options, report, `会写出 ${report.written} 条\n${losses(report)}`)
        return report.lossCount === 0 ? 0 : 1
      }
      const isPiped = file === STANDARD
      if (isPiped && options.json) throw new Refused('表格输出到标准输出时，不能同时用 --json')
      const how = { overwrites: Boolean(options.force) }
      if (!isPiped) refuseOutput(target, how)
      const { bytes, report } = await desk.exports.write(asked)
      if (isPiped) {
        streams.write(bytes)
        streams.tell(losses(report))
        return 0
      }
      writeOutput(target, bytes, how)
      say(
        options,
        { file: target, bytes: bytes.length, ...report },
        `已写出 ${report.written} 条：${target}\n${losses(report)}`,
      )
      return 0
    },
  )
    .option('--format <format>', `格式：${EXPORT_FORMATS.join('、')}`, oneOf(EXPORT_FORMATS))
    .option(
      '--encoding <encoding>',
      `CSV 的编码：${EXPORT_ENCODINGS.join('、')}`,
      oneOf(EXPORT_ENCODINGS),
      'utf-8-bom',
    )
    .option('--group <id>', '只导出这个分组和它里面的')
    .option('--preview', '只列出会丢失什么，不写文件')
    .option('--force', '覆盖已有的文件')
}

const formatFor = (file: string): ExportFormat => (/\.xlsx$/i.test(file) ? 'workbook' : 'table')

function losses({ losses: listed, lossCount }: PhraseExportReport): string {
  const lines = listed.map(({ title, what }) => `  《${title}》${what}\n`).join('')
  return lossCount > listed.length ? `${lines}  另有 ${lossCount - listed.length} 处\n` : lines
}

function oneOf(choices: readonly string[]) {
  return (value: string): string => {
    if (!choices.includes(value)) throw new InvalidArgumentError(`应是 ${choices.join('、')} 之一`)
    return value
  }
}
