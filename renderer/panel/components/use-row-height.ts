import { LENGTHS } from '../../ui/tokens.ts'
import { useRem } from '../../ui/use-rem.ts'

const ROW_REM = Number.parseFloat(LENGTHS.row)

/** The height of a row in pixels. It is given in rem, so it follows the reader's text size. */
export function useRowHeight(): number {
  return ROW_REM * useRem()
}
