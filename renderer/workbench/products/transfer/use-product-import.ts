import { useState } from 'react'
import { ProductImportOptions, type ProductImportOutcome } from '../../../../shared/model/product-transfer.ts'
import { refusalBySize } from '../../../../shared/model/transfer.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { type ChosenFile, readFile } from '../../data/read-file.ts'
import { strings } from '../../strings.ts'
import type { ImportStage } from './import-stage.ts'

const AS_DETECTED = ProductImportOptions.parse({})

/** Takes a product file from its choice, by way of its columns, to its report. */
export function useProductImport() {
  const [stage, setStage] = useState<ImportStage>({ stage: 'choosing' })

  const fail = (fileName: string, failure: { reason: string; advice: string }) =>
    setStage({ stage: 'failed', fileName, failure })
  const failBy = (fileName: string, error: unknown) =>
    fail(fileName, { reason: messageOf(error), advice: strings.products.transfer.nothingChanged })

  const show = (file: ChosenFile, options: ProductImportOptions, outcome: ProductImportOutcome) => {
    if (outcome.ok) return setStage({ stage: 'previewed', file, options, report: outcome, isReading: false })
    const { table, reason, advice } = outcome
    if (!table) return fail(file.name, { reason, advice })
    setStage({ stage: 'unclear', file, options, table, failure: { reason, advice }, isReading: false })
  }

  const preview = async (file: ChosenFile, options: ProductImportOptions) => {
    try {
      show(file, options, await rpc.products.importPreview.mutate({ file, options }))
    } catch (error) {
      failBy(file.name, error)
    }
  }

  return {
    stage,
    async choose(file: File) {
      const refusal = refusalBySize(file.size)
      if (refusal) return fail(file.name, refusal)
      setStage({ stage: 'reading', fileName: file.name })
      const chosen = await readFile(file).catch(() => null)
      if (chosen) await preview(chosen, AS_DETECTED)
      else fail(file.name, strings.import.unreadable)
    },
    /** The same file, read otherwise. */
    async readAs(changed: Partial<ProductImportOptions>) {
      if (stage.stage !== 'previewed' && stage.stage !== 'unclear') return
      const options = { ...stage.options, ...changed }
      setStage({ ...stage, options, isReading: true })
      await preview(stage.file, options)
    },
    async apply() {
      if (stage.stage !== 'previewed') return
      const { file, options, report } = stage
      setStage({ stage: 'importing', report })
      try {
        const outcome = await rpc.products.importAdd.mutate({ file, options })
        if (outcome.ok) setStage({ stage: 'imported', report: outcome })
        else fail(file.name, outcome)
      } catch (error) {
        failBy(file.name, error)
      }
    },
    startOver: () => setStage({ stage: 'choosing' }),
  }
}
