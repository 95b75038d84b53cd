import { STRINGS } from '../strings.ts'
import type { PanelContext } from './questions.ts'
import { currentPreview, type Notice } from './state.ts'
import * as change from './transitions.ts'

/** What has been promised is written into the order's remark: here it is copied for that, and only when asked. */
export function createRemarks({ desk, store }: PanelContext) {
  const { getState: get, setState: set } = store

  /** Puts the remark of the newest open promise on the clipboard; the next press takes the one before it. */
  async function copyRemark(): Promise<void> {
    const [newest] = get().openPromises
    if (!newest) return sayNotYet()
    try {
      const outcome = await desk.copyRemark(newest.remark)
      if (outcome.status === 'failed') return set({ notice: { tone: 'error', text: outcome.message } })
      if (outcome.status === 'copied' && outcome.why === 'no-desktop') await desk.copy(newest.remark)
      set({ ...change.promiseSettled(get(), newest.at), notice: COPIED })
    } catch (error) {
      set({ notice: { tone: 'error', text: desk.messageOf(error) } })
    }
  }

  /** Before the promise is given there is nothing to record. */
  function sayNotYet(): void {
    if (currentPreview(get())?.script.promises.length)
      set({ notice: { tone: 'info', text: STRINGS.promises.notYet } })
  }

  /** The agent will not record this one. */
  const dismissPromise = (at: number) => set(change.promiseSettled(get(), at))

  return { copyRemark, dismissPromise }
}

const COPIED: Notice = { tone: 'done', text: STRINGS.promises.copied }
