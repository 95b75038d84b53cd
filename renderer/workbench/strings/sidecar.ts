/** The words of 设置 about the sidecar. */
export const sidecarStrings = {
  title: '侧边栏',
  explanation: '一条窄窗口，一直站在聊天窗口旁边：单击就粘贴，光标不离开聊天框。',
  switch: '打开聊天软件时，在它旁边显示',
  side: '站在哪一边',
  sides: { right: '右边', left: '左边' },
  sideHint: '这一边没有地方就站另一边，两边都没有就收成一道窄边，点它再展开。不会挡住聊天输入框。',
  width: '宽',
  pixels: '像素',
  detached: '现在脱开着，停在您放的地方，不跟着聊天窗口走。',
  dock: '回到聊天窗口旁边',
  follows: (programs: string) => `会跟着这些窗口走：${programs}。其他软件到“聊天软件”里添加。`,
  browser: '浏览器里没有侧边栏。安装桌面版后可以。',
  noDocking:
    '这个系统不让程序知道别的窗口在哪里，所以侧边栏在这里用不了：macOS 要有录屏权限才给看，Wayland 不给看。请用快捷面板。',
} as const
