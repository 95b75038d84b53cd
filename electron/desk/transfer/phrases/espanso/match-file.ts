import type { PhraseColumnUse, PhraseImportOptions } from '../../../../../shared/model/phrase-transfer.ts'
import type { RowProblem } from '../../../../../shared/model/transfer.ts'
import { decodeText } from '../../tables/decode-text.ts'
import type { UploadedFile } from '../../tables/read-table.ts'
import type { PhraseFileReading } from '../phrase-reading.ts'
import { type MatchInFile, rowOfMatch } from './match-row.ts'

/** Matches are written by hand; a megabyte of them is ten thousand. */
const MAX_YAML_BYTES = 4 * 1024 * 1024
/** Aliases are how a small file becomes a huge one; people use a handful. */
const MAX_ALIASES = 100

const FIELDS: ReadonlySet<PhraseColumnUse> = new Set(['code', 'title', 'body', 'questions'])

/** Whether this is a match file of espanso, by its name or by how it begins. */
export function looksLikeMatches({ name, bytes }: UploadedFile): boolean {
  if (/\.ya?ml$/i.test(name)) return true
  const beginning = new TextDecoder().decode(bytes.subarray(0, 4096))
  return /\.txt$/i.test(name) && /^(?:matches|global_vars):\s*$/m.test(beginning)
}

/**
 * Reads espanso's match files: a list `matches` of `trigger` and `replace`, with `label` and `search_terms`.
 *
 * Source: espanso's documentation, "Matches" and "Match file".
 */
export async function readMatches(
  { name, bytes }: UploadedFile,
  { encoding }: PhraseImportOptions,
): Promise<PhraseFileReading> {
  if (bytes.length > MAX_YAML_BYTES)
    return refused('YAML 文件超过 4 MB，没有读取', '请检查是不是选错了文件，或把它分成几份导入。')
  const decoded = decodeText(bytes, encoding)
  if (!decoded.ok) return { table: null, belongsTo: null, ...decoded }
  const parsed = await parsedYaml(decoded.text.replace(/^\ufeff/, ''))
  if (!parsed.ok) return refused(parsed.reason, '请用 espanso 打开它，改好后再导入。')
  const { matches, others } = parsed
  if (matches === null)
    return refused(
      'YAML 文件里没有 matches 这个列表',
      'espanso 的话术在 match 文件夹里，每个文件里有一个 matches 列表。',
    )
  if (matches.length === 0) return refused('matches 是空的，没有话术', '请检查是不是选错了文件。')
  return {
    ok: true,
    file: {
      table: {
        fileName: name,
        format: 'espanso',
        encoding: decoded.encoding,
        delimiter: null,
        sheet: null,
        sheets: [],
        headerRow: null,
        columns: [],
      },
      fields: FIELDS,
      count: matches.length,
      *rows() {
        for (const match of matches) yield rowOfMatch(match)
      },
      remarks: others,
    },
  }
}

function refused(reason: string, advice: string): PhraseFileReading {
  return { ok: false, table: null, belongsTo: null, reason, advice }
}

type Parsed =
  | { ok: true; matches: MatchInFile[] | null; others: RowProblem[] }
  | { ok: false; reason: string }

/** As plain data: no tag makes anything but text, numbers, lists and maps. */
async function parsedYaml(text: string): Promise<Parsed> {
  // Loaded when first asked for: no table pays for it.
  const { isAlias, isMap, isSeq, LineCounter, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, {
      schema: 'core',
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'silent',
    })
    const [error] = document.errors
    if (error) return { ok: false, reason: `YAML 写法有误，在第 ${lines.linePos(error.pos[0]).line} 行` }
    const lineOf = (range: readonly [number, ...number[]] | null | undefined) =>
      range ? lines.linePos(range[0]).line : 1
    if (!isMap(document.contents)) return { ok: true, matches: null, others: [] }
    const others: RowProblem[] = []
    let matches: MatchInFile[] | null = null
    for (const { key, value } of document.contents.items) {
      const named = String(key)
      if (named !== 'matches') {
        const line = lineOf((key as { range?: [number, number, number] | null } | null)?.range)
        others.push({
          row: line,
          excerpt: named.slice(0, 40),
          reason: `“${named.slice(0, 40)}”不是话术，没有用到`,
        })
        continue
      }
      const list = isAlias(value) ? value.resolve(document) : value
      if (!isSeq(list)) continue
      matches = list.items.map((item) => ({
        line: lineOf((item as { range?: [number, number, number] | null } | null)?.range),
        // Each on its own: what an alias multiplies is counted anew for each match.
        value: (item as { toJS(doc: unknown, options: { maxAliasCount: number }): unknown }).toJS(document, {
          maxAliasCount: MAX_ALIASES,
        }),
      }))
    }
    return { ok: true, matches, others }
  } catch (error) {
    // Too deep for the stack, or more aliases than anybody writes.
    const isDeep = error instanceof RangeError
    return {
      ok: false,
      reason: isDeep ? 'YAML 里一层套一层，太深了' : 'YAML 里的引用（*）太多或有误，没有读取',
    }
  }
}
