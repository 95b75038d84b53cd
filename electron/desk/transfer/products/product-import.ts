import type { Product } from '../../../../shared/model/product.ts'
import {
  ColumnMapping,
  type ProductChange,
  type ProductImportOptions,
  type ProductImportOutcome,
} from '../../../../shared/model/product-transfer.ts'
import type { RowProblem } from '../../../../shared/model/transfer.ts'
import type { Database } from '../../database/open-database.ts'
import type { Catalogue } from '../../products/catalogue.ts'
import { createImportMappings } from '../tables/import-mappings.ts'
import { readTable, type UploadedFile } from '../tables/read-table.ts'
import { planProduct } from './product-plan.ts'
import { type UnderstoodTable, understandTable } from './product-table.ts'
import { productsIn } from './products-in-file.ts'
import { whatChanged } from './what-changed.ts'

export interface ProductImports {
  /** What `apply` would report, without writing anything. */
  preview(file: UploadedFile, options: ProductImportOptions): Promise<ProductImportOutcome>
  /** One transaction: everything the report says came in did, or the catalogue is as it was. */
  apply(file: UploadedFile, options: ProductImportOptions): Promise<ProductImportOutcome>
}

/** A page shows no more, and a report of 20,000 products should stay a report. */
const MOST_SHOWN = 500

interface Plan {
  added: Product[]
  changed: Product[]
  outcome: Extract<ProductImportOutcome, { ok: true }>
}

export function createProductImports(
  database: Database,
  catalogue: Catalogue,
  { now, newId }: { now: () => number; newId: () => string },
): ProductImports {
  const mappings = createImportMappings(database, 'products', ColumnMapping)

  async function understood(file: UploadedFile, options: ProductImportOptions) {
    const reading = await readTable(file, { sheet: options.sheet })
    if (!reading.ok) return { ...reading, table: null }
    return understandTable(reading.table, file.name, options, mappings.find)
  }

  function planned(table: UnderstoodTable, options: ProductImportOptions): Plan {
    const { products, refused, notes } = productsIn(table.rows, table.uses, {
      oneRowEach: table.shown.format === 'taobao-assistant',
    })
    const known = new Map(catalogue.all().map((product) => [product.code.toLowerCase(), product]))
    const plan: Plan = {
      added: [],
      changed: [],
      outcome: {
        ok: true,
        table: table.shown,
        rowsRead: table.rows.length,
        added: 0,
        changed: 0,
        unchanged: 0,
        skus: 0,
        products: [],
        refused: [],
        notes: [],
      },
    }
    const at = now()
    for (const told of products) {
      const before = known.get(told.code.toLowerCase()) ?? null
      const verdict = planProduct(told, before, { category: options.category, now: at })
      const about = { row: told.row, excerpt: told.facts.name ?? told.code }
      if (!verdict.ok) {
        refused.push({ ...about, row: verdict.row, reason: verdict.reason })
        continue
      }
      for (const note of verdict.notes) notes.push({ ...about, reason: note })
      const product = { ...verdict.draft, id: before?.id ?? newId(), updatedAt: at }
      const change = changeOf(product, before, told.row)
      plan.outcome[change.action]++
      plan.outcome.skus += told.skus.length
      if (plan.outcome.products.length < MOST_SHOWN) plan.outcome.products.push(change)
      if (!before) plan.added.push(product)
      // Figures confirmed are written even where none is another: they are fresh now.
      else if (change.action === 'changed' || hasFigures(told)) plan.changed.push(product)
    }
    plan.outcome.refused = inOrder(refused)
    plan.outcome.notes = inOrder(notes)
    return plan
  }

  return {
    async preview(file, options) {
      const understanding = await understood(file, options)
      return understanding.ok ? planned(understanding.table, options).outcome : understanding
    },

    async apply(file, options) {
      const understanding = await understood(file, options)
      if (!understanding.ok) return understanding
      const { table } = understanding
      return catalogue.whileLocked(() => {
        const plan = planned(table, options)
        catalogue.save(plan)
        const names = table.shown.columns.map(({ name }) => name)
        const said = table.shown.columns.filter(({ because }) => because !== 'name')
        if (said.length > 0 || options.headerRow !== null)
          mappings.keep(names, Object.fromEntries(said.map(({ name, use }) => [name, use])), now())
        return plan.outcome
      })
    },
  }
}

function changeOf(product: Product, before: Product | null, row: number): ProductChange {
  const changes = before ? whatChanged(before, product) : []
  const action = !before ? 'added' : changes.length > 0 ? 'changed' : 'unchanged'
  return { row, code: product.code, name: product.name, action, changes }
}

function hasFigures({
  stock,
  skus,
}: {
  stock: number | null
  skus: readonly { stock: number | null }[]
}): boolean {
  return stock !== null || skus.some((sku) => sku.stock !== null)
}

function inOrder(problems: readonly RowProblem[]): RowProblem[] {
  return problems.toSorted((a, b) => a.row - b.row)
}
