import { useCallback, useEffect, useState } from 'react'
import { refusalBySize } from '../../../../shared/model/transfer.ts'
import { messageOf, rpc } from '../../../client/index.ts'
import { readFile } from '../../data/read-file.ts'
import { strings } from '../../strings.ts'
import type { ImportStage } from './import-flow.ts'

/** Takes a file from its choice to its report; `dropped` is one that was chosen already. */
export function useImport(dropped: File | null) {
  const [stage, setStage] = useState<ImportStage>({ stage: 'choosing' })

  const choose = useCallback(async (file: File) => {
    const fail = (failure: { reason: string; advice: string }) =>
      setStage({ stage: 'failed', fileName: file.name, failure })
    const refusal = refusalBySize(file.size)
    if (refusal) return fail(refusal)
    setStage({ stage: 'reading', fileName: file.name })
    try {
      const chosen = await readFile(file).catch(() => null)
      if (!chosen) return fail(strings.import.unreadable)
      const outcome = await rpc.imports.preview.mutate(chosen)
      if (outcome.ok) setStage({ stage: 'previewed', file: chosen, report: outcome })
      else fail(outcome)
    } catch (error) {
      fail({ reason: messageOf(error), advice: strings.import.nothingChanged })
    }
  }, [])

  useEffect(() => {
    if (dropped) void choose(dropped)
  }, [dropped, choose])

  const apply = async () => {
    if (stage.stage !== 'previewed') return
    const { file, report } = stage
    const fail = (failure: { reason: string; advice: string }) =>
      setStage({ stage: 'failed', fileName: file.name, failure })
    setStage({ stage: 'importing', report })
    try {
      const outcome = await rpc.imports.add.mutate(file)
      if (outcome.ok) setStage({ stage: 'imported', report: outcome })
      else fail(outcome)
    } catch (error) {
      fail({ reason: messageOf(error), advice: strings.import.nothingChanged })
    }
  }

  return { stage, choose, apply, startOver: () => setStage({ stage: 'choosing' }) }
}
