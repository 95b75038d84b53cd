import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import {
  type Area,
  blankRow,
  cellsIn,
  filledDown,
  isOneCell,
  onlyCell,
  type Place,
  pasted,
  withArea,
  withCell,
} from './cells.ts'
import { moved, tabbed } from './moves.ts'
import type { SheetProps } from './sheet-props.ts'
import { formatTsv, isBlock, parseTsv } from './tsv.ts'

type Options = SheetProps & { input: RefObject<HTMLInputElement | null> }

/**
 * What keys, mouse and clipboard do to a sheet. A cell is either chosen, and the arrows move on, or being edited, and
 * they move the caret; typing into a chosen cell begins to edit it.
 */
export function useSheet(options: Options) {
  const { cells, columns, area, input, maxRows, onChange, onArea } = options
  /** The cell's text before it was edited; null while no cell is. */
  const [before, setBefore] = useState<string | null>(null)
  const edit = useRef(0)
  /** Esc was pressed on a chosen cell: the next Tab leaves the sheet. */
  const isLeaving = useRef(false)
  const takesFocus = useRef(false)
  const isEditing = before !== null
  const place = area.from
  const size = { rows: cells.length, columns: columns.length }
  const text = cells[place.row]?.[place.column] ?? ''

  // After every render: the box of the chosen cell may be another one than before.
  useEffect(() => {
    if (!takesFocus.current) return
    takesFocus.current = false
    const box = input.current
    if (!box || isElsewhere(document.activeElement, box)) return
    box.focus()
    if (!isEditing) box.select()
  })

  const choose = (next: Area) => {
    takesFocus.current = true
    setBefore(null)
    onArea(next)
  }
  const beginEditing = () => {
    edit.current += 1
    setBefore(text)
    const end = input.current?.value.length ?? 0
    input.current?.setSelectionRange(end, end)
  }
  const write = (next: string) => onChange(withCell(cells, place, next), `${edit.current}`)

  const latest = useRef({ isEditing, text, write })
  latest.current = { isEditing, text, write }
  const onText = useCallback((next: string) => {
    const now = latest.current
    if (!now.isEditing) {
      edit.current += 1
      setBefore(now.text)
    }
    now.write(next)
  }, [])

  /** Enter on the last row makes room for the next. */
  const goDown = () => {
    if (place.row + 1 === size.rows && size.rows < maxRows) onChange([...cells, blankRow(size.columns)])
    choose(onlyCell({ row: Math.min(place.row + 1, maxRows - 1), column: place.column }))
  }

  const onTab = (event: KeyboardEvent) => {
    const next = isLeaving.current ? null : tabbed(place, event.shiftKey, size)
    if (next === null) return setBefore(null)
    event.preventDefault()
    choose(onlyCell(next))
  }

  const whileEditing = (event: KeyboardEvent): (() => void) | null => {
    const withCtrl = event.ctrlKey || event.metaKey
    switch (event.key) {
      case 'Enter':
        return withCtrl ? () => fill(text) : goDown
      case 'Escape':
        return () => {
          write(before ?? '')
          choose(area)
        }
      case 'ArrowUp':
      case 'ArrowDown':
        return () => choose(onlyCell(moved(place, event, size) ?? place))
      default:
        return null
    }
  }

  const fill = (value: string) => {
    onChange(withArea(cells, area, () => value))
    choose(area)
  }

  const whileChosen = (event: KeyboardEvent): (() => void) | null => {
    const withCtrl = event.ctrlKey || event.metaKey
    const to = moved(event.shiftKey ? area.to : place, event, size)
    if (to) return () => choose(event.shiftKey ? { from: area.from, to } : onlyCell(to))
    if (withCtrl) {
      const command: Readonly<Record<string, () => void>> = {
        z: event.shiftKey ? options.onRedo : options.onUndo,
        y: options.onRedo,
        d: () => onChange(filledDown(cells, area)),
        a: () =>
          choose({ from: { row: 0, column: 0 }, to: { row: size.rows - 1, column: size.columns - 1 } }),
      }
      const act = command[event.key.toLowerCase()]
      return act ? () => keepFocus(act) : null
    }
    switch (event.key) {
      case 'Enter':
      case 'F2':
        return beginEditing
      case 'Delete':
      case 'Backspace':
        return () => keepFocus(() => onChange(withArea(cells, area, () => '')))
      case 'Escape':
        return () => {
          isLeaving.current = true
        }
      default:
        return null
    }
  }

  const keepFocus = (act: () => void) => {
    takesFocus.current = true
    act()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !isInput(event.target)) return
    if (event.key === 'Tab') return onTab(event)
    isLeaving.current = false
    const act = isEditing ? whileEditing(event) : whileChosen(event)
    if (!act) return
    event.preventDefault()
    act()
  }

  const onCopy = (event: ClipboardEvent) => {
    if (isEditing || !isInput(event.target)) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', formatTsv(cellsIn(cells, area)))
    if (event.type === 'cut') keepFocus(() => onChange(withArea(cells, area, () => '')))
  }

  const onPaste = (event: ClipboardEvent) => {
    const clip = event.clipboardData.getData('text/plain')
    if (clip === '' || !isInput(event.target) || (isEditing && !isBlock(clip))) return
    event.preventDefault()
    const result = pasted(cells, area, parseTsv(clip), { columns: size.columns, maxRows })
    onChange(result.cells)
    choose(result.area)
    if (result.dropped.columns > 0 || result.dropped.rows > 0) options.onDropped(result.dropped)
  }

  const onMouseDown = (event: MouseEvent) => {
    const target = placeOf(event.target)
    if (!target || event.button !== 0) return
    const isWholeRow = target.column === null
    const at: Place = { row: target.row, column: target.column ?? 0 }
    // A click into the box of the chosen cell sets its caret.
    if (isInput(event.target)) return beginEditing()
    event.preventDefault()
    input.current?.focus()
    if (event.shiftKey) choose({ from: area.from, to: { ...at, column: target.column ?? size.columns - 1 } })
    else choose(isWholeRow ? { from: at, to: { row: at.row, column: size.columns - 1 } } : onlyCell(at))
  }

  const onMouseOver = (event: MouseEvent) => {
    if (event.buttons !== 1 || isEditing) return
    const target = placeOf(event.target)
    if (target)
      choose({ from: area.from, to: { row: target.row, column: target.column ?? size.columns - 1 } })
  }

  const onDoubleClick = (event: MouseEvent) => {
    if (placeOf(event.target)?.column !== null && isOneCell(area)) beginEditing()
  }

  return {
    isEditing,
    onText,
    handlers: {
      onKeyDown,
      onCopy,
      onCut: onCopy,
      onPaste,
      onMouseDown,
      onMouseOver,
      onDoubleClick,
      onBlur: () => setBefore(null),
    },
  }
}

function isInput(target: EventTarget): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.closest('tbody') !== null
}

/** Whether the person has gone on to something outside the sheet: its focus is not to be taken away. */
function isElsewhere(focused: Element | null, box: HTMLInputElement): boolean {
  return focused !== null && focused !== document.body && !box.closest('table')?.contains(focused)
}

/** Which cell of the body an event is about; a row's number stands for all of the row. */
function placeOf(target: EventTarget): { row: number; column: number | null } | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  if (!cell) return null
  return {
    row: Number(cell.dataset.row),
    column: cell.dataset.column === undefined ? null : Number(cell.dataset.column),
  }
}
