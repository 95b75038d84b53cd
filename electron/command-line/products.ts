import { InvalidArgumentError } from 'commander'
import type { FactGap, MissingFactsReport } from '../../shared/model/missing-facts.ts'
import {
  ColumnUse,
  PRODUCT_FIELD_NAMES,
  type ProductImportOutcome,
  type StockRefreshOutcome,
} from '../../shared/model/product-transfer.ts'
import type { AddCommand, Say } from './command.ts'
import { inputFile } from './input-file.ts'
import { problem } from './print.ts'
import type { StandardStreams } from './standard-streams.ts'

/** The catalogue by file: products, the stock of the hour, and what is still to be filled in. */
export function addProductCommands(command: AddCommand, say: Say, streams: StandardStreams): void {
  command(
    'import-products <file>',
    '导入商品：淘宝助理的 CSV，或任何有列名的 CSV、XLSX',
    async (desk, options, path = '') => {
      const input = await inputFile(path, streams)
      const given = {
        sheet: options.sheet ?? null,
        headerRow: options.header ? Number(options.header) : null,
        mapping: Object.fromEntries((options.map ?? '').split('\n').filter(Boolean).map(columnChoice)),
        category: options.category ?? '未分类',
      }
      const run = options.dryRun ? desk.products.importPreview : desk.products.importAdd
      const outcome = input.ok ? await run(input.file, given) : { ...input, table: null }
      say(options, outcome, importText(outcome, Boolean(options.dryRun)))
      return outcome.ok && outcome.refused.length === 0 ? 0 : 1
    },
  )
    .option(
      '--map <column=use>',
      '某一列是什么，如 款号=商家编码、色=规格:颜色、备注=忽略；可以写多次',
      gathered,
    )
    .option('--sheet <name>', '读哪个工作表')
    .option('--header <row>', '列名在第几行', rowNumber)
    .option('--category <name>', '没写类目的新商品归到哪一类（默认 未分类）')
    .option('--dry-run', '只看会怎样，不写入')

  command('stock <file>', '更新库存：两列，编码和件数，有没有表头都行', async (desk, options, path = '') => {
    const input = await inputFile(path, streams)
    const columns = {
      sheet: options.sheet ?? null,
      codeColumn: options.codeColumn ?? null,
      stockColumn: options.stockColumn ?? null,
    }
    const outcome = input.ok ? await desk.products.refreshStock(input.file, columns) : input
    say(options, outcome, stockText(outcome))
    return outcome.ok && outcome.unknown.length === 0 && outcome.unreadable.length === 0 ? 0 : 1
  })
    .option('--sheet <name>', '读哪个工作表')
    .option('--code-column <name>', '编码是哪一列')
    .option('--stock-column <name>', '库存是哪一列')

  command('missing', '列出话术要用、商品和店铺还没填的事实', async (desk, options) => {
    const report = await desk.products.missingFacts()
    say(options, report, missingText(report))
    return report.products.length === 0 && report.shop.length === 0 ? 0 : 1
  })
}

function gathered(choice: string, before: string | undefined): string {
  columnChoice(choice)
  return before ? `${before}\n${choice}` : choice
}

/** `款号=商家编码` → `['款号', 'code']`. */
function columnChoice(choice: string): [string, ColumnUse] {
  const at = choice.lastIndexOf('=')
  const [column, use] = [choice.slice(0, at).trim(), choice.slice(at + 1).trim()]
  const byName = Object.entries(PRODUCT_FIELD_NAMES).find(([, name]) => name === use)?.[0]
  const parsed = ColumnUse.safeParse(use === '忽略' ? 'skip' : (byName ?? use.replace('：', ':')))
  if (at > 0 && column && parsed.success) return [column, parsed.data]
  throw new InvalidArgumentError(
    `要写成 列名=用途，用途是 规格:颜色 这样的规格、属性:肤质 这样的属性、忽略，或：${Object.values(PRODUCT_FIELD_NAMES).join('、')}`,
  )
}

function rowNumber(text: string): string {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('应是 1 到 999 的整数')
  return text
}

function importText(outcome: ProductImportOutcome, isDryRun: boolean): string {
  if (!outcome.ok) return lines(`没有导入：${outcome.reason}`, outcome.advice)
  const { table, rowsRead, added, changed, unchanged, skus, refused, notes } = outcome
  const summary = `新增 ${added} 个，改动 ${changed} 个，没有变化 ${unchanged} 个（共 ${skus} 个规格），未能导入 ${refused.length} 行`
  return lines(
    `${table.fileName}(${table.encoding})：读到 ${rowsRead} 行，${isDryRun ? `会${summary}，没有写入` : summary}`,
    ...refused.map(problem('未导入')),
    ...notes.map(problem('提示')),
  )
}

function stockText(outcome: StockRefreshOutcome): string {
  if (!outcome.ok) return lines(`没有更新：${outcome.reason}`, outcome.advice)
  const { fileName, encoding, rowsRead, matched, changed, unknown, unreadable, notes } = outcome
  return lines(
    `${fileName}(${encoding})：读到 ${rowsRead} 行，确认 ${matched} 个规格的库存，其中 ${changed} 个变了`,
    ...unknown.map(({ row, code }) => `  没有这个编码 第 ${row} 行：${code}`),
    ...unreadable.map(problem('没有读')),
    ...notes.map(problem('提示')),
  )
}

function missingText({ products, shop }: MissingFactsReport): string {
  const gaps = (missing: readonly FactGap[]) =>
    missing.map(({ label, phraseCount }) => `${label}(${phraseCount} 条话术要用)`).join('、')
  if (products.length === 0 && shop.length === 0) return '话术要用的事实都填好了\n'
  return lines(
    ...(shop.length > 0 ? [`店铺还缺：${gaps(shop)}`] : []),
    ...products.map(({ code, name, missing }) => `${code} ${name} 还缺：${gaps(missing)}`),
  )
}

function lines(...all: string[]): string {
  return all.map((line) => `${line}\n`).join('')
}
