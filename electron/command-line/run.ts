import path from 'node:path'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { defaultDataDir } from '../desk/data-dir.ts'
import { type Desk, openDesk } from '../desk/open-desk.ts'
import { addBackupCommands } from './backups.ts'
import { buyerFrom } from './buyer-option.ts'
import { addChannelCommands } from './channels.ts'
import { addCheckCommand } from './check/check.ts'
import type { AddLooseCommand, CommonOptions, ExitStatus } from './command.ts'
import { diagnose } from './doctor.ts'
import { addExportCommand } from './export.ts'
import { addImportCommand } from './imports.ts'
import { addKeyCommand } from './keys.ts'
import { addPackFileCommands } from './pack-files.ts'
import { addPackCommands } from './packs.ts'
import * as print from './print.ts'
import { addProductCommands } from './products.ts'
import type { StandardStreams } from './standard-streams.ts'
import { explainInChinese, Refused, wordsFor, wordsForUsage } from './words.ts'

export interface Terminal {
  out(text: string): void
  error(text: string): void
  /** All of standard input, where it is a password. */
  readInput?(): Promise<string>
  /** Standard input and output where they stand for a file. */
  streams?: Pick<StandardStreams, 'read' | 'write'>
  /** Asks the person at the terminal and shows nothing of the answer; missing where nobody is there. */
  askSecretly?(question: string): Promise<string>
}

const ENDINGS = `
每个命令都有自己的说明：golden-six help import
结束状态：0 做到了；1 做完了，但没有找到、有被拒绝的行、两边不同等；2 没有做成，原因在标准错误里，一行
加上 --json，标准输出里只有一个 JSON。文件写成 - 的地方，是标准输入或标准输出
`

/**
 * `golden-six …`: the desk for scripts and for checks. Results go to standard output, errors to standard error in one
 * line. The shapes that `--json` prints are described in docs/command-line.md.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  let status: ExitStatus = 0
  const say = (options: CommonOptions, value: unknown, text: string) =>
    terminal.out(options.json ? `${JSON.stringify(value)}\n` : text)

  const program = explainInChinese(new Command('golden-six'))
    .helpCommand('help [command]', '显示一个命令的说明')
    .description('黄金六秒：话术库的命令行')
    .addHelpText('after', ENDINGS)
    .configureOutput({ writeOut: terminal.out, writeErr: () => {} })
    .exitOverride()

  /** A command on an open desk, which is closed again whatever happens. */
  function command(
    usage: string,
    about: string,
    run: (
      desk: Desk,
      options: CommonOptions & Record<string, string>,
      ...args: string[]
    ) => Promise<ExitStatus>,
  ): Command {
    const [name = ''] = usage.split(' ')
    return program
      .command(usage)
      .description(about)
      .option('--data-dir <dir>', '话术库所在的文件夹', defaultDataDir())
      .option('--json', '输出 JSON', false)
      .option('--empty', '新话术库不带入门话术和示例店铺', false)
      .action(async (...given: unknown[]) => {
        const options = given[given.length - 2] as CommonOptions & Record<string, string>
        const desk = openDesk({ dataDir: path.resolve(options.dataDir), empty: options.empty })
        try {
          status = await run(desk, options, ...(given.slice(0, -2) as string[]))
        } finally {
          await desk.close()
        }
      })
      .name(name)
  }

  const looseCommand: AddLooseCommand = (usage, about, run) =>
    program
      .command(usage)
      .description(about)
      .option('--json', '输出 JSON', false)
      .action(async (...given: unknown[]) => {
        status = await run(given[given.length - 2] as CommonOptions, ...(given.slice(0, -2) as string[]))
      })

  const streams: StandardStreams = {
    read: async () => new Uint8Array(),
    write: () => {},
    ...terminal.streams,
    tell: terminal.error,
  }
  addImportCommand(command, say, streams)
  addExportCommand(command, say, streams)

  command('search <query>', '搜话术：拼音、首字母、关键词、整句都行', async (desk, options, query = '') => {
    const answer = await desk.phrases.search({
      text: query,
      limit: Number(options.limit),
      step: null,
      filters: {},
      productId: null,
      buyer: null,
    })
    say(options, answer, print.searchAnswer(answer))
    return answer.hits.length > 0 ? 0 : 1
  }).option('--limit <n>', '最多几条', wholeNumber, '10')

  command('render <phrase>', '按编号或编码填好一条话术', async (desk, options, idOrCode = '') => {
    const phrase = desk.phrases.find(idOrCode)
    if (!phrase) throw new Refused(`没有编号或编码为“${idOrCode}”的话术`)
    const product = options.product ? desk.products.find(options.product) : null
    if (options.product && !product) throw new Refused(`没有编号或编码为“${options.product}”的商品`)
    const script = desk.scripts.render(phrase, {
      productId: product?.id ?? null,
      buyer: options.buyer ? buyerFrom(options.buyer) : null,
    })
    say(options, script, print.renderedScript(script))
    if (script.text === null && !options.json) terminal.error(print.whyIncomplete(script))
    return script.text === null ? 1 : 0
  })
    .option('--product <id-or-code>', '所问的商品')
    .option('--buyer <buyer>', '买家：昵称，或 昵称,类型=…,省份=…,身高=…,体重=…', parsedBuyer)

  command('list', '列出全部话术', async (desk, options) => {
    const phrases = desk.phrases.list({ offset: 0, limit: Number.MAX_SAFE_INTEGER }).phrases
    say(options, { phrases, total: phrases.length }, print.phraseList(phrases))
    return 0
  })

  addCheckCommand(command, say, streams)
  addProductCommands(command, say, streams)
  addBackupCommands(command, say)
  addPackCommands(command, say, streams)
  addPackFileCommands(looseCommand, say, streams)
  const secrets = {
    environment: process.env,
    readInput: terminal.readInput ?? (async () => ''),
    askSecretly: terminal.askSecretly ?? null,
  }
  addKeyCommand(command, say, secrets)
  addChannelCommands(command, say, secrets)

  command('doctor', '检查话术库和这台电脑', async (desk, options) => {
    const findings = await diagnose(desk)
    say(options, { ok: findings.every((finding) => finding.ok), findings }, print.findings(findings))
    return findings.every((finding) => finding.ok) ? 0 : 1
  })

  try {
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      terminal.error(`${wordsForUsage(error)}\n`)
      return 2
    }
    terminal.error(`${wordsFor(error)}\n`)
    return 2
  }
}

function wholeNumber(text: string): string {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('应是 1 到 9999 的整数')
  return text
}

function parsedBuyer(text: string): string {
  try {
    buyerFrom(text)
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : '看不懂')
  }
  return text
}
