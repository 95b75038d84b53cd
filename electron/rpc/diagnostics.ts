import os from 'node:os'
import {
  type Capabilities,
  HOTKEY_IDS,
  type HotkeyStates,
  type StartupState,
} from '../../shared/model/desktop.ts'
import type { PasteTrace } from '../../shared/model/paste-trace.ts'
import { chosenHotkeys, type Settings } from '../../shared/model/settings.ts'
import { pasteTraceText } from './paste-trace-text.ts'

interface Diagnosed {
  appVersion: string
  capabilities: Capabilities
  hotkeys: HotkeyStates
  /** How the last pastes went, the oldest first. */
  pastes: readonly PasteTrace[]
  startup: StartupState
  settings: Settings
  /** How many there are of each, by the agents' word for it. */
  counts: Readonly<Record<string, number>>
  sixSeconds: { uses: number; p50Ms: number | null; p95Ms: number | null }
  /** What the check of the library's file found. */
  problems: number
}

/**
 * What is known of this machine and this program, line by line. Nothing in it is anybody's: no text of the library, no
 * name of a shop, a person, a window or a folder.
 */
export function diagnosticsText(
  known: Diagnosed,
  versions: NodeJS.ProcessVersions = process.versions,
): string {
  const { capabilities, hotkeys, settings, sixSeconds } = known
  const chosen = chosenHotkeys(settings)
  const able = Object.entries(capabilities).map(([what, can]) => `${what}=${can}`)
  const lines: [string, string][] = [
    ['黄金六秒', known.appVersion],
    ['系统', `${process.platform} ${os.release()} ${process.arch}`],
    [
      '运行环境',
      `Electron ${versions.electron ?? '无'}，Chromium ${versions.chrome ?? '无'}，Node ${versions.node}`,
    ],
    ['能力', able.join('，')],
    ['快捷键', HOTKEY_IDS.map((id) => `${hotkeys[id].status} ${chosen[id]}`).join('，')],
    ['随系统启动', known.startup.status],
    [
      '面板',
      `${settings.panel.width}×${settings.panel.height}，${settings.panelPlace.mode}，${settings.panelText}%`,
    ],
    ['自设的聊天软件', `${settings.targets.length} 个`],
    [
      '条数',
      Object.entries(known.counts)
        .map(([what, count]) => `${what} ${count}`)
        .join('，'),
    ],
    ['六秒', `${sixSeconds.uses} 次，p50 ${asMs(sixSeconds.p50Ms)}，p95 ${asMs(sixSeconds.p95Ms)}`],
    ['资料库检查', known.problems === 0 ? '完好' : `${known.problems} 处问题`],
  ]
  const facts = lines.map(([what, value]) => `${what}：${value}`).join('\n')
  return known.pastes.length === 0 ? facts : `${facts}\n\n最近的粘贴：\n${pasteTraceText(known.pastes)}`
}

const asMs = (ms: number | null): string => (ms === null ? '无' : `${ms} 毫秒`)
