import type { PanelContext } from '../state/questions.ts'
import * as change from '../state/transitions.ts'
import { requestOf, savedWords, withChoice } from './request.ts'

/** The line with one of the times that a vague one is answered by; null where there is no such choice. */
export function lineWithTime({ store, now }: PanelContext, index: number): string | null {
  const { followUp } = store.getState()
  return followUp && withChoice(followUp.line, index, now())
}

/** Keeps what the line says. What it lacks, or why it could not be kept, is said, and the line stays. */
export async function save({ desk, store, now }: PanelContext): Promise<void> {
  const { getState: get, setState: set } = store
  const { followUp } = get()
  if (!followUp || followUp.isSaving) return
  const failed = (text: string) =>
    set({ followUp: { ...followUp, isSaving: false }, notice: { tone: 'error', text } })
  set({ followUp: { ...followUp, isSaving: true }, notice: null })
  try {
    const { outcome } = requestOf(followUp.line, get(), now())
    if ('lacks' in outcome) return failed(outcome.lacks)
    const { kind, dueAt } = await desk.addFollowUp(outcome.draft)
    const notice = { tone: 'done', text: savedWords(kind, dueAt, now()) } as const
    set({ followUp: null, notice, ...change.focusOn(get(), 'query') })
  } catch (error) {
    failed(desk.messageOf(error))
  }
}
