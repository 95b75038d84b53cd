import { Button, Tooltip } from 'antd'
import { RedoIcon, UndoIcon } from '../../components/icons.tsx'
import { undoStrings as words } from '../../strings/undo.ts'
import styles from './UndoButtons.module.css'
import { useTurn, useUndoKeys, useUndoState } from './use-undo.tsx'

/** The way back and forth through what this session has changed in the library, by mouse and by key. */
export function UndoButtons() {
  const { undo, redo } = useUndoState()
  const turn = useTurn()
  useUndoKeys()
  return (
    <fieldset className={styles.steps} aria-label={words.steps}>
      <Tooltip placement="right" title={undo ? words.undoHint(undo.label) : words.nothingToUndo}>
        <Button
          type="text"
          icon={<UndoIcon />}
          aria-label={words.back}
          disabled={!undo}
          onClick={() => turn('undo')}
        />
      </Tooltip>
      <Tooltip placement="right" title={redo ? words.redoHint(redo.label) : words.nothingToRedo}>
        <Button
          type="text"
          icon={<RedoIcon />}
          aria-label={words.forth}
          disabled={!redo}
          onClick={() => turn('redo')}
        />
      </Tooltip>
    </fieldset>
  )
}
