import { useCallback, useEffect, useRef, useState } from 'react'
import { PhraseImportOptions, type PhraseImportOutcome } from '../../../../shared/model/phrase-transfer.ts'
import { refusalBySize } from '../../../../shared/model/transfer.ts'
import { messageOf, onDeskEvent, rpc } from '../../../client/index.ts'
import { importStrings } from '../../strings/import.ts'
import type { ImportStage, OpenImport, Progress } from './import-stage.ts'
import { sendFiles } from './send-files.ts'

const AS_DETECTED = PhraseImportOptions.parse({})
const words = importStrings.phrases
/** A ZIP may hold pictures, too. */
const MAX_ARCHIVE_BYTES = 192 * 1024 * 1024

/** Takes files from their choice, by way of what they hold, to the report; `dropped` is one that was chosen already. */
export function useImport(dropped: File | null) {
  const [stage, setStage] = useState<ImportStage>({ stage: 'choosing' })
  const [progress, setProgress] = useState<Progress | null>(null)
  /** The import that this dialog has open at the desk; what comes of another one is of no interest any more. */
  const openId = useRef<string | null>(null)

  const close = useCallback(() => {
    const id = openId.current
    openId.current = null
    if (id !== null) rpc.imports.close.mutate(id).catch(() => undefined)
  }, [])

  useEffect(() => {
    const stop = onDeskEvent((event) => {
      if (event.kind === 'import-progress' && event.id === openId.current) setProgress(event)
    })
    return () => {
      stop()
      close()
    }
  }, [close])

  const fail = useCallback((fileName: string, error: unknown) => {
    const failure = { reason: messageOf(error), advice: words.nothingChanged }
    setStage({ stage: 'failed', fileName, failure, belongsTo: null })
  }, [])

  const look = useCallback(
    async (fileName: string, open: OpenImport) => {
      try {
        const outcome = await rpc.imports.look.mutate({ id: open.id, options: open.options })
        if (openId.current === open.id && outcome) setStage(stageOf(fileName, open, outcome))
      } catch (error) {
        if (openId.current === open.id) fail(fileName, error)
      }
    },
    [fail],
  )

  const choose = useCallback(
    async (files: readonly File[]) => {
      const [first] = files
      if (!first) return
      const fileName = files.length > 1 ? first.webkitRelativePath.split('/')[0] || first.name : first.name
      const size = files.reduce((sum, file) => sum + file.size, 0)
      const refusal =
        files.length > 1 || /\.zip$/i.test(first.name)
          ? refusalBySize(size, MAX_ARCHIVE_BYTES)
          : refusalBySize(size)
      if (refusal) return setStage({ stage: 'failed', fileName, failure: refusal, belongsTo: null })
      close()
      setStage({ stage: 'reading', fileName })
      try {
        const id = await rpc.imports.open.mutate()
        openId.current = id
        await sendFiles(id, files, (rows, total) => setProgress({ doing: 'sending', rows, total }))
        await look(fileName, { id, options: AS_DETECTED })
      } catch (error) {
        // What the desk has not said is the file's own: it could not be read.
        if (error instanceof DOMException)
          setStage({ stage: 'failed', fileName, failure: importStrings.unreadable, belongsTo: null })
        else fail(fileName, error)
      }
    },
    [close, fail, look],
  )

  useEffect(() => {
    if (dropped) void choose([dropped])
  }, [dropped, choose])

  return {
    stage,
    progress,
    choose,

    /** The same file, read otherwise, or with other choices for what is there already. */
    async readAs(changed: Partial<PhraseImportOptions>) {
      if (stage.stage !== 'looked' && stage.stage !== 'unclear') return
      const open = { ...stage.open, options: { ...stage.open.options, ...changed } }
      setProgress(null)
      setStage({ ...stage, open, isReading: true })
      await look(fileNameOf(stage), open)
    },

    async add() {
      if (stage.stage !== 'looked') return
      const { open, report } = stage
      setProgress(null)
      setStage({ stage: 'adding', open, report, isStopping: false })
      try {
        const outcome = await rpc.imports.add.mutate({ id: open.id, options: open.options })
        if (!outcome) setStage({ stage: 'looked', open, report, isReading: false })
        else if (outcome.ok) setStage({ stage: 'added', open, report: outcome })
        else setStage(stageOf(report.fileName, open, outcome))
        return outcome === null ? 'cancelled' : 'done'
      } catch (error) {
        fail(report.fileName, error)
      }
    },

    stop() {
      if (stage.stage !== 'adding') return
      setStage({ ...stage, isStopping: true })
      rpc.imports.cancel.mutate(stage.open.id).catch(() => undefined)
    },

    startOver() {
      close()
      setStage({ stage: 'choosing' })
    },
  }
}

function fileNameOf(stage: Extract<ImportStage, { stage: 'looked' | 'unclear' }>): string {
  return stage.stage === 'looked' ? stage.report.fileName : stage.table.fileName
}

function stageOf(fileName: string, open: OpenImport, outcome: PhraseImportOutcome): ImportStage {
  if (outcome.ok) return { stage: 'looked', open, report: outcome, isReading: false }
  const { table, reason, advice, belongsTo } = outcome
  const failure = { reason, advice }
  return table
    ? { stage: 'unclear', open, table, failure, isReading: false }
    : { stage: 'failed', fileName, failure, belongsTo }
}
