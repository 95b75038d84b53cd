/** Every word of the sidecar that the panel does not have. */
export const SIDECAR_STRINGS = {
  label: '侧边栏',
  groups: '话术分组',
  oftenUsed: '常用',
  count: (phrases: number) => `${phrases} 条`,
  nobody: '没有聊天窗口',
  beside: (title: string, program: string) => `话术粘贴到 ${program}：${title}`,
  hint: '单击粘贴，右键更多',
  rib: '打开侧边栏',
  ribText: '话术',
  fold: '收回到边上',
  detach: '脱开，放到别处',
  dock: '回到聊天窗口旁边',
  turnOff: '关闭侧边栏',
  pasteNext: '粘贴下一部分',
  menu: {
    label: (phrase: string) => `${phrase}的操作`,
    paste: '粘贴',
    copy: '复制',
    edit: '到管理台修改',
  },
} as const
