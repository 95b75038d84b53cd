import type { PanelContext } from '../state/questions.ts'
import * as change from '../state/transitions.ts'

/** A follow-up is noted in one line, without leaving the conversation. What reads the line is loaded with the form. */
export function createFollowUps({ desk, store, now }: PanelContext) {
  const { getState: get, setState: set } = store

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

  /** One of the times that a vague one is answered by. */
  async function chooseTime(index: number): Promise<void> {
    const { withChoice } = await import('./request.ts')
    const { followUp } = get()
    if (followUp) typeFollowUp(withChoice(followUp.line, index, now()))
  }

  async function saveFollowUp(): Promise<void> {
    const { followUp } = get()
    if (!followUp || followUp.isSaving) return
    set({ followUp: { ...followUp, isSaving: true }, notice: null })
    const failed = (text: string) =>
      set({ followUp: { ...followUp, isSaving: false }, notice: { tone: 'error', text } })
    try {
      const { requestOf, savedWords } = await import('./request.ts')
      const { outcome } = requestOf(followUp.line, get(), now())
      if ('lacks' in outcome) return failed(outcome.lacks)
      const { kind, dueAt } = await desk.addFollowUp(outcome.draft)
      closeFollowUp()
      set({ notice: { tone: 'done', text: savedWords(kind, dueAt, now()) } })
    } catch (error) {
      failed(desk.messageOf(error))
    }
  }

  return { openFollowUp, typeFollowUp, closeFollowUp, chooseTime, saveFollowUp }
}
