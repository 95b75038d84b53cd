import { useState } from 'react'
import type { StockRefreshReport } from '../../../../shared/model/product-transfer.ts'
import { type ImportFailure, refusalBySize } from '../../../../shared/model/transfer.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { type ChosenFile, readFile, textAsFile } from '../../data/read-file.ts'
import { useNotice } from '../../data/use-notice.tsx'
import { strings } from '../../strings.ts'

export type StockStage =
  | { stage: 'choosing' }
  | { stage: 'refreshing'; fileName: string }
  | { stage: 'refreshed'; report: StockRefreshReport }
  | { stage: 'failed'; fileName: string; failure: ImportFailure }

const words = strings.products.transfer

/** Stock from a file or from what was pasted, applied in one step, with the way back. */
export function useStockRefresh(onUndone: () => void) {
  const [stage, setStage] = useState<StockStage>({ stage: 'choosing' })
  const notice = useNotice()

  const refresh = async (file: ChosenFile) => {
    setStage({ stage: 'refreshing', fileName: file.name })
    try {
      const outcome = await rpc.products.refreshStock.mutate({ file })
      if (outcome.ok) setStage({ stage: 'refreshed', report: outcome })
      else setStage({ stage: 'failed', fileName: file.name, failure: outcome })
    } catch (error) {
      const failure = { reason: messageOf(error), advice: words.nothingChanged }
      setStage({ stage: 'failed', fileName: file.name, failure })
    }
  }

  return {
    stage,
    async choose(file: File) {
      const refusal = refusalBySize(file.size)
      const chosen = refusal ? null : await readFile(file).catch(() => null)
      if (chosen) await refresh(chosen)
      else
        setStage({
          stage: 'failed',
          fileName: file.name,
          failure: refusal ?? strings.import.unreadable,
        })
    },
    /** Two columns as a spreadsheet puts them on the clipboard. */
    async paste(text: string) {
      await refresh(textAsFile(words.pastedName, text))
    },
    undo(id: string) {
      rpc.products.undoStockRefresh.mutate(id).then(() => {
        notice.done(words.stockUndone)
        onUndone()
      }, notice.failed)
    },
    startOver: () => setStage({ stage: 'choosing' }),
  }
}
