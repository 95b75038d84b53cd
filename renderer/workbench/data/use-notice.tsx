import { App, Button } from 'antd'
import { useMemo } from 'react'
import { messageOf } from '../../client/index.ts'
import { strings } from '../strings.ts'
import { copyText } from './copy-text.ts'

const UNDO_SECONDS = 8

/** Short messages at the foot of the window: what was done, what went wrong, and the way back. */
export function useNotice() {
  const { message } = App.useApp()
  return useMemo(
    () => ({
      done: (text: string) => void message.success(text),
      /** Something was done, though not all that one may expect. */
      warned: (text: string) => void message.warning(text),
      failed: (error: unknown) => void message.error(messageOf(error)),

      /** Says what was done and offers to undo it for a few seconds; one of the same `key` takes its place. */
      undoable(text: string, undo: () => void, key: string = crypto.randomUUID()) {
        const onUndo = () => {
          message.destroy(key)
          undo()
        }
        const content = (
          <>
            {text}
            <Button type="link" size="small" onClick={onUndo}>
              {strings.undo}
            </Button>
          </>
        )
        void message.open({ key, type: 'success', duration: UNDO_SECONDS, content })
      },

      async copy(text: string, what: string) {
        if (await copyText(text)) void message.success(strings.copied(what))
        else void message.error(strings.copyFailed)
      },
    }),
    [message],
  )
}
