import type { PanelContext } from '../state/questions.ts'
import * as change from '../state/transitions.ts'

/** A follow-up is noted in one line, without leaving the conversation. What reads the line is loaded with the form. */
export function createFollowUps(context: PanelContext) {
  const { getState: get, setState: set } = context.store

  function openFollowUp(): void {
    // Where nobody is chosen, the line begins with the name.
    const line = get().buyer ? '' : '#'
    set({
      followUp: { line, isSaving: false },
      picker: null,
      notice: null,
      ...change.focusOn(get(), 'query'),
    })
  }

  function typeFollowUp(line: string): void {
    const { followUp } = get()
    if (followUp) set({ followUp: { ...followUp, line }, notice: null })
  }

  const closeFollowUp = () => set({ followUp: null, notice: null, ...change.focusOn(get(), 'query') })

  async function chooseTime(index: number): Promise<void> {
    const line = (await import('./save.ts')).lineWithTime(context, index)
    if (line !== null) typeFollowUp(line)
  }

  const saveFollowUp = async () => (await import('./save.ts')).save(context)

  return { openFollowUp, typeFollowUp, closeFollowUp, chooseTime, saveFollowUp }
}
