/** The parts of a `KeyboardEvent` that tell of an input method. */
export interface ComposingKey {
  isComposing: boolean
  /** 229 stands for "an input method has this key" where `isComposing` is not set yet. */
  keyCode: number
  /** ms, on the same clock as the composition's end. */
  timeStamp: number
}

/**
 * Some input methods end the composition first and deliver the Enter that confirmed it right after, as a key of its
 * own. Nobody confirms a candidate and presses Enter for the list within this time.
 */
export const SAME_KEYSTROKE_MS = 30

/** Whether a key belongs to the input method. `endedAt` is the time stamp of the last `compositionend`, null if none. */
export function belongsToInputMethod(key: ComposingKey, endedAt: number | null): boolean {
  if (key.isComposing || key.keyCode === 229) return true
  return endedAt !== null && key.timeStamp - endedAt >= 0 && key.timeStamp - endedAt < SAME_KEYSTROKE_MS
}

/**
 * What to search for while an input method is composing. Its interim text is the pinyin itself (`mian'shuang`,
 * `mian shuang`), which the library is searched by anyway: results stand there before the candidate is confirmed.
 * Only the separators that the input method put between the syllables are taken out.
 */
export function interimQuery(text: string): string {
  return text.replace(/(?<=[a-z])['’ ](?=[a-z])/gi, '')
}
