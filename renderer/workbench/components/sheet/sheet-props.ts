import type { ReactNode } from 'react'
import type { Area, Cells } from './cells.ts'

export interface SheetColumn {
  key: string
  title: string
  /** Figures stand at the right, one below the other. */
  isFigure?: boolean
}

export interface SheetProps {
  label: string
  columns: readonly SheetColumn[]
  cells: Cells
  /** `run` names a run of letters that are one step to take back. */
  onChange: (cells: Cells, run?: string) => void
  onUndo: () => void
  onRedo: () => void
  area: Area
  onArea: (area: Area) => void
  /** By row, then by column: what is wrong with a cell. */
  problems: ReadonlyMap<number, readonly (string | undefined)[]>
  maxRows: number
  /** Told when part of a pasted block found no place. */
  onDropped: (dropped: { columns: number; rows: number }) => void
  /** What stands in a column's head beside its title. */
  headOf?: (column: SheetColumn) => ReactNode
}
