import { Form } from 'antd'
import { useLayoutEffect } from 'react'
import type { Area } from '../../components/sheet/cells.ts'
import type { CellProblems } from './sku-sheet.ts'

/**
 * Leads to the first cell with a problem when the form that holds the sheet refuses to be saved.
 */
export function useRefusedCell(problems: CellProblems, onArea: (area: Area) => void): void {
  const { errors } = Form.Item.useStatus()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a refusal moves the person
  useLayoutEffect(() => {
    const [first] = problems
    if (errors.length === 0 || !first) return
    const [row, line] = first
    const place = { row, column: line.findIndex(Boolean) }
    onArea({ from: place, to: place })
  }, [errors.length])
}
