import type { Captured as ForPanel } from '../../../shared/model/desktop.ts'
import type { Captured } from './capture-selection.ts'
import { asMessage, asNickname } from './captured-text.ts'

/** What the panel is told. A nickname is taken from a selection alone: who knows what was copied before. */
export function asCaptured(as: 'message' | 'nickname', captured: Captured): ForPanel {
  if (captured.from === 'nothing') return { as: 'nothing', why: captured.why }
  const { text, from } = captured
  if (as === 'message') {
    const message = asMessage(text)
    return message === null ? { as: 'nothing', why: 'empty' } : { as, text: message, from }
  }
  if (from === 'clipboard') return { as: 'nothing', why: 'nothing-selected' }
  const nickname = asNickname(text)
  return nickname === null ? { as: 'nothing', why: 'no-nickname' } : { as, nickname }
}
