import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { makeCorpus } from './search/corpus.ts'

export const root = path.resolve(import.meta.dirname, '../..')
export const CLI = path.join(root, 'out/main/cli.js')

/** The seed of every benchmark library: the same phrases on every machine. */
const SEED = 20261121

export interface BenchLibrary {
  dataDir: string
  /** The phrase file it was imported from, UTF-8. */
  csvFile: string
  phrases: readonly { code: string; title: string; body: string; questions: readonly string[] }[]
}

/** A library of `count` phrases in `folder`, imported from a phrase file by the command line. */
export async function makeLibrary(folder: string, count: number): Promise<BenchLibrary> {
  const phrases = makeCorpus(SEED, count).map(({ title, body, triggers }, number) => ({
    code: `k${number}`,
    title,
    body: `${body}（${title}）`,
    questions: triggers,
  }))
  const csvFile = path.join(folder, 'phrases.csv')
  const lines = phrases.map(({ code, title, body }) => [code, title, body, '话术'])
  writeFileSync(
    csvFile,
    [['快捷短语编码', '标题', '快捷短语', '快捷短语分组'], ...lines]
      .map((cells) => cells.map(quoted).join(','))
      .join('\n'),
  )
  const dataDir = path.join(folder, 'library')
  // Some differ by their punctuation alone, which counts as the same text.
  const args = [CLI, 'import', csvFile, '--empty', '--on-duplicate', 'keep', '--json', '--data-dir', dataDir]
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 })
  const { added } = JSON.parse(stdout) as { added: number }
  if (added !== count) throw new Error(`${added} of ${count} phrases were imported`)
  return { dataDir, csvFile, phrases }
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
