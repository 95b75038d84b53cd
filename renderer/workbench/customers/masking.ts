import { maskNickname, maskPersonal } from '../../../shared/privacy/sensitive.ts'

/** How a buyer's data is shown. */
export interface View {
  nickname: string
  /** A note, or a text that was sent. */
  text: (text: string) => string
}

/**
 * What of a buyer stands on the page: everything once it was asked for, else the nickname, telephone numbers and
 * addresses covered, wherever they stand.
 */
export function viewOf(nickname: string, isRevealed: boolean): View {
  if (isRevealed) return { nickname, text: (text) => text }
  const covered = maskNickname(nickname)
  return {
    nickname: covered,
    text: (text) => maskPersonal(isTelling(nickname) ? text.replaceAll(nickname, covered) : text),
  }
}

/** One character that everybody's texts are full of is no name to be covered in them. */
const isTelling = (nickname: string) => [...nickname].length > 1
