import type { Captured as ForPanel } from '../../../shared/model/desktop.ts'
import type { Captured, NotCaptured } from './capture-selection.ts'
import { asMessage, asNickname } from './captured-text.ts'

const REASONS: Record<NotCaptured, string> = {
  empty: '没有选中文字，剪贴板里也没有',
  'nothing-selected': '没有选中昵称。先选中，再按快捷键',
  'no-nickname': '选中的不像昵称',
  'keys-held': '按键一直没有松开，没能取到选中的文字',
  'window-hangs': '窗口没有响应，没能取到选中的文字',
  'window-elevated': '窗口以管理员身份运行，取不到选中的文字',
  'window-switched': '窗口已切换，没有取选中的文字',
  'keys-not-sent': '系统没有接受复制按键，没能取到选中的文字',
  'clipboard-not-kept': '剪贴板里的内容怕弄丢，没有取选中的文字。请自己复制',
  'clipboard-held': '剪贴板正被别的程序占着，没能取字，请再试一次',
  'last-window-hangs': '上一个窗口还没有响应，等它恢复再取',
}

const nothing = (why: NotCaptured): ForPanel => ({ as: 'nothing', why, message: REASONS[why] })

/** What the panel is told. A nickname is taken from a selection alone: who knows what was copied before. */
export function asCaptured(as: 'message' | 'nickname', captured: Captured): ForPanel {
  if (captured.from === 'nothing') return nothing(captured.why)
  const { text, from } = captured
  if (as === 'message') {
    const message = asMessage(text)
    return message === null ? nothing('empty') : { as, text: message, from }
  }
  if (from === 'clipboard') return nothing('nothing-selected')
  const nickname = asNickname(text)
  return nickname === null ? nothing('no-nickname') : { as, nickname }
}
