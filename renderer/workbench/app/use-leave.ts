import { App } from 'antd'
import { useCallback } from 'react'
import { strings } from '../strings.ts'
import { forgetUnsaved, hasUnsaved } from './unsaved.ts'

/** Gives a function that goes on at once when nothing would be lost, and asks first when something would. */
export function useLeave(): (goOn: () => void) => void {
  const { modal } = App.useApp()
  return useCallback(
    (goOn) => {
      if (!hasUnsaved()) return goOn()
      modal.confirm({
        title: strings.unsaved.title,
        content: strings.unsaved.explanation,
        okText: strings.unsaved.discard,
        okButtonProps: { danger: true },
        cancelText: strings.unsaved.stay,
        autoFocusButton: 'cancel',
        onOk() {
          forgetUnsaved()
          goOn()
        },
      })
    },
    [modal],
  )
}
