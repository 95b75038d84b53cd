import { expect, it } from 'vitest'
import { diagnosticsText } from '../../../electron/rpc/diagnostics.ts'
import { Settings } from '../../../shared/model/settings.ts'

it('diagnostics tell of the machine and the program, and of nobody', () => {
  const text = diagnosticsText({
    appVersion: '1.2.3',
    capabilities: {
      host: 'electron',
      hotkey: true,
      paste: false,
      docking: true,
      tray: true,
      openFolder: true,
    },
    hotkeys: {
      panel: { status: 'taken', accelerator: 'Alt+Q', reason: '小红的程序占着', alternatives: [] },
      capture: { status: 'registered', accelerator: 'Control+Alt+S' },
      nickname: { status: 'registered', accelerator: 'Control+Alt+N' },
      sidecar: { status: 'registered', accelerator: 'Control+Alt+D' },
    },
    pastes: [
      {
        at: Date.UTC(2026, 10, 22, 1, 2, 3),
        what: 'text',
        characters: 24,
        target: { profile: 'qianniu-reception', exe: 'AliWorkbench.exe' },
        steps: [
          { step: 'target-found', atMs: 0.4 },
          { step: 'clipboard-written', atMs: 6.2 },
        ],
        outcome: 'target-hung',
      },
    ],
    startup: { status: 'unavailable', reason: '不能写入 /home/xiaohong/.config' },
    settings: Settings.parse({ backupFolder: '/home/xiaohong/备份', hotkey: 'Alt+Q' }),
    counts: { 话术: 338, 商品: 24, 店铺: 2 },
    sixSeconds: { uses: 12, p50Ms: 2_400, p95Ms: null },
    problems: 0,
  })
  expect(text).toContain('黄金六秒：1.2.3')
  expect(text).toContain(
    '快捷键：taken Alt+Q，registered Control+Alt+S，registered Control+Alt+N，registered Control+Alt+D',
  )
  expect(text).toContain('条数：话术 338，商品 24，店铺 2')
  expect(text).toContain('六秒：12 次，p50 2400 毫秒，p95 无')
  expect(text).toContain('paste=false')
  expect(text).toContain(
    '最近的粘贴：\n2026-11-22T01:02:03.000Z 24 字，qianniu-reception AliWorkbench.exe，' +
      '没粘贴：窗口没有响应：找到窗口 0.4 → 写入剪贴板 6.2（毫秒）',
  )
  expect(text).not.toMatch(/xiaohong|小红|备份/)
})
