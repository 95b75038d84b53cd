import type { KeyLine } from './strings.ts'

export const CLOSE_HELP = '知道了'

/** Every key of the panel. Loaded with the help, and no weight on the start. */
export const HELP: readonly { title: string; lines: readonly KeyLine[] }[] = [
  {
    title: '找与用',
    lines: [
      { keys: ['Enter'], does: '粘贴，从不代发' },
      { keys: ['Shift', 'Enter'], does: '只复制' },
      { keys: ['Alt', '1–9'], does: '直接用第几条' },
      { keys: ['↑', '↓'], does: '上下选择' },
      { keys: ['PgUp', 'PgDn'], does: '翻页' },
      { keys: ['Ctrl', 'Home'], does: '第一条' },
      { keys: ['Ctrl', 'End'], does: '最后一条' },
      { keys: ['Alt', '←→'], does: '切换步骤' },
      { keys: ['Alt', '↑↓'], does: '换一种说法' },
    ],
  },
  {
    title: '填空与对话',
    lines: [
      { keys: ['Tab'], does: '去下一处空' },
      { keys: ['Shift', 'Tab'], does: '回上一处空' },
      { keys: ['Enter'], does: '填完后粘贴' },
      { keys: ['@'], does: '句首输入，选商品' },
      { keys: ['#'], does: '句首输入，填客户' },
      { keys: ['Backspace'], does: '移除商品、客户' },
      { keys: ['Alt', 'B'], does: '复制承诺的备注' },
      { keys: ['Alt', 'F'], does: '记一条跟单' },
      { keys: ['Alt', 'D'], does: '切换店铺' },
    ],
  },
  {
    title: '窗口',
    lines: [
      { keys: ['Esc'], does: '返回，或收起面板' },
      { keys: ['Ctrl', ','], does: '打开管理台' },
      { keys: ['F1'], does: '这份说明，或按 ?' },
    ],
  },
]
