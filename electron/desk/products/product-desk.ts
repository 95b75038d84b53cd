import type { ProductDraft } from '../../../shared/model/product.ts'
import type { ProductImportOptions, StockRefreshOptions } from '../../../shared/model/product-transfer.ts'
import type { createProductImports } from '../transfer/products/product-import.ts'
import type { UploadedFile } from '../transfer/tables/read-table.ts'
import { stepLabels } from '../undo/step-labels.ts'
import type { UndoDesk } from '../undo/undo-desk.ts'
import type { Catalogue } from './catalogue.ts'
import type { createMissingFacts } from './missing-facts.ts'
import type { createProductSearch } from './product-search.ts'
import type { createStockRefreshes } from './stock-refresh.ts'

interface Around {
  catalogue: Catalogue
  search: ReturnType<typeof createProductSearch>
  imports: ReturnType<typeof createProductImports>
  stockRefreshes: ReturnType<typeof createStockRefreshes>
  missingFacts: ReturnType<typeof createMissingFacts>
  /** Resolves when a backup of the library as it is now has been made. */
  beforeImport: () => Promise<unknown>
  record: UndoDesk['record']
  /** Runs what it is given after what other programs wrote is known. */
  upToDate: <Args extends unknown[], Result>(act: (...args: Args) => Result) => (...args: Args) => Result
  /** Tells every page that the library has changed. */
  told: <T>(result: T) => T
}

/** What the program can do with products and their stock: each is one step to undo, and told to all. */
export function createProductDesk(around: Around) {
  const { catalogue, search, imports, stockRefreshes, missingFacts, upToDate, told, record } = around
  return {
    list: upToDate(catalogue.summaries),
    all: upToDate(catalogue.all),
    get: upToDate(catalogue.get),
    find: upToDate(catalogue.find),
    search: upToDate(search),
    create: upToDate((draft: ProductDraft) =>
      told(record(stepLabels.createProduct(draft.name), () => catalogue.create(draft))),
    ),
    update: upToDate((id: string, draft: ProductDraft) =>
      told(record(stepLabels.updateProduct(draft.name), () => catalogue.update(id, draft))),
    ),
    remove: upToDate((ids: readonly string[]) =>
      told(record(stepLabels.removeProducts(ids.length), () => catalogue.remove(ids))),
    ),
    restore: upToDate((ids: readonly string[]) =>
      told(record(stepLabels.restoreProducts(ids.length), () => catalogue.restore(ids))),
    ),
    missingFacts: upToDate(missingFacts),
    importPreview: upToDate(imports.preview),
    importAdd: upToDate(async (file: UploadedFile, options: ProductImportOptions) => {
      await around.beforeImport()
      const outcome = await imports.apply(file, options)
      return outcome.ok ? told(outcome) : outcome
    }),
    refreshStock: upToDate(async (file: UploadedFile, options: StockRefreshOptions) => {
      const outcome = await stockRefreshes.refresh(file, options)
      return outcome.ok ? told(outcome) : outcome
    }),
    undoStockRefresh: upToDate((id: string) =>
      told(record(stepLabels.undoStockRefresh, () => stockRefreshes.undo(id))),
    ),
  }
}
