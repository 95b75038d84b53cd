import {
  type DuplicateRow,
  MOST_LISTED,
  MOST_PREVIEWED,
  type PhraseImportReport,
  type PreviewRow,
  type RowFate,
} from '../../../../shared/model/phrase-transfer.ts'
import type { RowProblem } from '../../../../shared/model/transfer.ts'
import { excerptOf } from '../tables/excerpt.ts'
import type { Decision } from './decide.ts'
import type { PhraseRow } from './phrase-row.ts'

/** One line of the report that can be saved: all there is to say of a row. */
export interface Finding {
  row: number
  kind: 'refused' | 'skipped' | 'replaced' | 'kept' | 'note'
  reason: string
  excerpt: string
}

type Lists = Pick<PhraseImportReport, 'counts' | 'rows' | 'duplicates' | 'refused' | 'notes' | 'unchanged'>

/** Gathers what becomes of the rows: all of it for the report that is saved, the first of each kind for the page. */
export function gatherFindings(ofTheFile: readonly RowProblem[]) {
  const all: Finding[] = ofTheFile.map((remark) => ({ ...remark, kind: 'note' }))
  const rows: PreviewRow[] = []
  const duplicates: DuplicateRow[] = []
  const refused: RowProblem[] = []
  const notes: RowProblem[] = [...ofTheFile].slice(0, MOST_LISTED)
  const counts = { duplicates: 0, refused: 0, notes: ofTheFile.length, groups: 0 }
  let unchanged = 0

  const list = <Item>(items: Item[], item: Item) => {
    if (items.length < MOST_LISTED) items.push(item)
  }

  return {
    all,

    note(row: PhraseRow, decision: Decision): void {
      if (rows.length < MOST_PREVIEWED) rows.push(previewOf(row, decision))
      if (decision.fate === 'same') unchanged++
      const isPlain = decision.reason === null && !decision.duplicate && decision.remarks.length === 0
      if (isPlain) return
      const about = { row: row.row, excerpt: excerptOf(row.body || row.code) }
      if (decision.reason !== null) {
        counts.refused++
        list(refused, { ...about, reason: decision.reason })
        all.push({ ...about, kind: 'refused', reason: decision.reason })
        return
      }
      if (decision.duplicate) {
        counts.duplicates++
        const { because, choice, reason } = decision.duplicate
        list(duplicates, { ...about, reason, because, choice })
        all.push({ ...about, kind: KINDS[choice], reason })
      }
      if (decision.fate === 'skip') return
      for (const reason of decision.remarks) {
        counts.notes++
        list(notes, { ...about, reason })
        all.push({ ...about, kind: 'note', reason })
      }
    },

    lists: (groupsCreated: number): Lists => ({
      counts: { ...counts, groups: groupsCreated },
      rows,
      duplicates,
      refused,
      notes,
      unchanged,
    }),
  }
}

export type Findings = ReturnType<typeof gatherFindings>

const KINDS = { skip: 'skipped', replace: 'replaced', keep: 'kept' } as const

const LONGEST_SHOWN = 200

function previewOf(row: PhraseRow, { fate, draft, reason, duplicate, remarks }: Decision): PreviewRow {
  return {
    row: row.row,
    fate: fate satisfies RowFate,
    code: excerptOf(draft?.code ?? row.code),
    title: excerptOf(draft?.title ?? row.title),
    body: row.body.slice(0, LONGEST_SHOWN),
    group: row.group,
    remark: [reason, duplicate?.reason, ...(fate === 'skip' ? [] : remarks)].filter(Boolean).join('；'),
  }
}
