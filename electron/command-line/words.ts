import type { Command, CommanderError, Help } from 'commander'
import { storageTrouble } from '../desk/database/storage-trouble.ts'
import { DeskError } from '../desk/desk-error.ts'
import { teamRefusal } from '../desk/packs/team-lock.ts'

/** Something the caller asked for that cannot be: told in one line, exit status 2. */
export class Refused extends Error {}

const SEE_HELP = '（--help 有说明）'

/** One line for whatever went wrong. */
export function wordsFor(error: unknown): string {
  const isOurs = error instanceof DeskError || error instanceof Refused
  return oneLine(isOurs ? error.message : (teamRefusal(error)?.message ?? ofTheSystem(error)))
}

function ofTheSystem(error: unknown): string {
  const { code, path: where, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return `没有这个文件：${where}`
  if (code === 'EISDIR') return where ? `这是文件夹，不是文件：${where}` : '这是文件夹，不是文件'
  switch (storageTrouble(error)) {
    case 'disk-full':
      return '磁盘已满，这次没有写入任何东西'
    case 'busy':
      return '话术库正被别的程序占用，这次没有写入任何东西，请稍后再试'
    case 'damaged':
      return '话术库文件已损坏，这次没有写入任何东西'
    case 'failing':
      return '磁盘读写出错，这次没有写入任何东西，请检查这块磁盘'
    case 'unwritable':
      return where ? `没有权限读取：${where}` : '话术库不能写入，这次没有写入任何东西，请检查文件夹的权限'
    case null:
      return `没有完成：${message ?? String(error)}`
  }
}

/** The parser speaks English; what it names stands in its sentences between quotes. */
export function wordsForUsage({ code, message }: CommanderError): string {
  const [, named = ''] = /'([^']*)'/.exec(message) ?? []
  switch (code) {
    case 'commander.help':
      return `请写一个命令，如 search、import${SEE_HELP}`
    case 'commander.unknownCommand':
      return `没有“${named}”这个命令${SEE_HELP}`
    case 'commander.unknownOption':
      return `没有“${named}”这个选项${SEE_HELP}`
    case 'commander.missingArgument':
      return `缺少 <${named}>${SEE_HELP}`
    case 'commander.optionMissingArgument':
      return `选项 ${named} 后面要写一个值${SEE_HELP}`
    case 'commander.invalidArgument':
      return oneLine(`选项 ${named} 不对：${message.replace(/^.* is invalid\. /s, '')}`)
    case 'commander.excessArguments':
      return `多写了参数；有空格的话请加引号${SEE_HELP}`
    default:
      return oneLine(message)
  }
}

const TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

/** Lets a command and its subcommands explain themselves in Chinese. */
export function explainInChinese(command: Command): Command {
  return command.helpOption('-h, --help', '显示这个说明').configureHelp({
    styleTitle: (title) => TITLES[title] ?? title,
    optionDescription: ({ description, defaultValue }) =>
      typeof defaultValue === 'string' ? `${description}（默认 ${defaultValue}）` : description,
  } satisfies Partial<Help>)
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim()
}
