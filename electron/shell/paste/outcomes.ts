import type { CopiedBecause, PasteOutcome } from '../../../shared/model/desktop.ts'

const PASTE_KEYS = process.platform === 'darwin' ? '⌘V' : 'Ctrl+V'

/** What happened, and then what to do: the text is on the clipboard in every case. */
const REASONS: Record<CopiedBecause, string> = {
  asked: `已复制，到聊天窗口按 ${PASTE_KEYS} 粘贴`,
  'no-target': `没有找到要粘贴的聊天窗口。内容已复制，请点开聊天窗口按 ${PASTE_KEYS}`,
  'target-closed': `原来的聊天窗口已经关闭。内容已复制，请打开聊天窗口按 ${PASTE_KEYS}`,
  'target-not-in-front': `窗口已切换，为免发错人没有粘贴。内容已复制，请回到聊天窗口按 ${PASTE_KEYS}`,
  'modifiers-held': `按键一直没有松开，没有粘贴。内容已复制，请松开后按 ${PASTE_KEYS}`,
  'target-elevated': `聊天窗口以管理员身份运行，本程序不能代为粘贴。内容已复制，请按 ${PASTE_KEYS}；要自动粘贴，请用管理员身份启动黄金六秒`,
  'target-hung': `聊天窗口没有响应，没有粘贴。内容已复制，等它恢复后按 ${PASTE_KEYS}`,
  'target-blocked': `聊天窗口被它自己的对话框挡住了，没有粘贴。内容已复制，请先处理对话框，再按 ${PASTE_KEYS}`,
  'keys-not-sent': `系统没有接受粘贴按键。内容已复制，请在聊天窗口按 ${PASTE_KEYS}`,
  'no-desktop': `这里不能代为粘贴。内容已复制，请到聊天窗口按 ${PASTE_KEYS}`,
}

/** The outcome "copied": the agent presses the paste keys. `advice` is added when the system told what is missing. */
export function copied(why: CopiedBecause, advice?: string): PasteOutcome {
  return { status: 'copied', why, message: advice ? `${REASONS[why]}。${advice}` : REASONS[why] }
}

/**
 * The clipboard itself could not be written, so nothing was pasted and nothing was copied.
 *
 * @param holder file name of the program that has it open, where the system tells
 */
export function clipboardBusy(holder: string | null): PasteOutcome {
  const because = holder === null ? '可能有别的程序正占着它' : `${holder} 正占着它`
  return { status: 'failed', message: `没能写入剪贴板：${because}。什么都没有粘贴，请再试一次` }
}

/** The window that was pasted into last hangs with the paste keys in its queue: the clipboard is not touched before. */
export function lastTargetHangs(): PasteOutcome {
  return {
    status: 'failed',
    message:
      '上一个窗口还没有响应，恢复时会粘贴剪贴板里的内容。为免发错，这次什么都没有粘贴，也没有复制；等它恢复或关掉它，再试一次',
  }
}
