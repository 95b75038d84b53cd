/**
 * Keys that can be registered and that something else needs: taking them is allowed, with open eyes. Windows' own keys are
 * from Microsoft's list of keyboard shortcuts, those of input methods and chat programs are their defaults, which
 * a person may have changed. Keys that must never be taken are refused by electron/shell/accelerator.ts.
 */
const RESERVED: readonly { keys: readonly string[]; why: string }[] = [
  { keys: ['Control+Space'], why: '中文输入法用它切换中英文，占用后就切不过去了' },
  { keys: ['Control+.'], why: '输入法用它切换中英文标点' },
  { keys: ['Control+Shift+F'], why: '输入法用它切换简体和繁体' },
  { keys: ['Control+Shift+B'], why: '输入法用它打开符号或表情' },
  { keys: ['Alt+Space'], why: 'Windows 用它打开窗口菜单' },
  { keys: ['Alt+Escape', 'Control+Escape'], why: 'Windows 用它切换窗口或打开开始菜单' },
  { keys: ['Control+Shift+Escape'], why: 'Windows 用它打开任务管理器' },
  { keys: ['Alt+S'], why: '不少聊天窗口用它发送消息，按错地方会把没写完的话发出去' },
  { keys: ['Alt+C'], why: '不少聊天窗口用它关闭会话' },
  { keys: ['Control+Alt+A', 'Alt+A', 'Control+Shift+A'], why: 'QQ、微信、钉钉默认用它截图' },
  { keys: ['Control+Alt+Z', 'Control+Alt+W'], why: 'QQ、微信默认用它打开消息窗口' },
]

const WINDOWS_KEY = 'Windows 把多数 Win 组合键留给自己，今天能用，更新后可能失灵'

/** Why these keys are better left to others; null when nobody is known to need them. */
export function whyReserved(accelerator: string): string | null {
  const reserved = RESERVED.find(({ keys }) => keys.includes(accelerator))
  if (reserved) return reserved.why
  return accelerator.split('+').includes('Super') ? WINDOWS_KEY : null
}
