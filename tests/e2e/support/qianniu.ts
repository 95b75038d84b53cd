import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { PasteTarget } from '../../../shared/model/paste-target.ts'

/** The chats of these stories are pages in Chromium; to the program they are Qianniu's. */
const QIANNIU: PasteTarget = {
  id: 'qianniu-reception',
  name: '千牛接待中心',
  exe: ['chromium', 'chrome', 'google-chrome'],
  title: '*-接待中心',
  pasteKeys: 'Control+V',
  settleMs: 20,
  readsWithinMs: 300,
  givesBackAfterMs: 600,
  chatInputHeight: 200,
}

/** Before the first start: the settings of an agent who has described their chat program so. */
export function takeChatsForQianniu(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(path.join(dataDir, 'settings.json'), JSON.stringify({ tour: 'done', targets: [QIANNIU] }))
}
