import { z } from 'zod'
import { ProductDraft } from '../../shared/model/product.ts'
import { ProductImportOptions, StockRefreshOptions } from '../../shared/model/product-transfer.ts'
import { asFile, Id, Ids, UploadedFile } from './inputs.ts'
import { procedure, router } from './trpc.ts'

const AsDetected = ProductImportOptions.parse({})
const ProductFile = z.object({ file: UploadedFile, options: ProductImportOptions.default(AsDetected) })
const StockFile = z.object({
  file: UploadedFile,
  options: StockRefreshOptions.default(StockRefreshOptions.parse({})),
})

/** The catalogue: what the shop sells, and the facts of it that scripts speak of. */
export const productsRouter = router({
  list: procedure.query(({ ctx }) => ctx.desk.products.list()),
  search: procedure
    .input(z.object({ text: z.string().max(200), limit: z.int().min(1).max(200).default(20) }))
    .query(({ ctx, input }) => ctx.desk.products.search(input.text, input.limit)),
  get: procedure.input(Id).query(({ ctx, input }) => ctx.desk.products.get(input)),
  create: procedure.input(ProductDraft).mutation(({ ctx, input }) => ctx.desk.products.create(input)),
  update: procedure
    .input(z.object({ id: Id, draft: ProductDraft }))
    .mutation(({ ctx, input }) => ctx.desk.products.update(input.id, input.draft)),
  remove: procedure.input(Ids).mutation(({ ctx, input }) => ctx.desk.products.remove(input)),
  restore: procedure.input(Ids).mutation(({ ctx, input }) => ctx.desk.products.restore(input)),
  missingFacts: procedure.query(({ ctx }) => ctx.desk.products.missingFacts()),

  importPreview: procedure
    .input(ProductFile)
    .mutation(({ ctx, input }) => ctx.desk.products.importPreview(asFile(input.file), input.options)),
  importAdd: procedure
    .input(ProductFile)
    .mutation(({ ctx, input }) => ctx.desk.products.importAdd(asFile(input.file), input.options)),
  /** Text that was pasted comes as a file of its UTF-8. */
  refreshStock: procedure
    .input(StockFile)
    .mutation(({ ctx, input }) => ctx.desk.products.refreshStock(asFile(input.file), input.options)),
  undoStockRefresh: procedure
    .input(Id)
    .mutation(({ ctx, input }) => ctx.desk.products.undoStockRefresh(input)),
})
