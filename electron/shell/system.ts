import type { Shell } from 'electron'
import type { PasteTarget, PasteTrial } from '../../shared/model/paste-target.ts'
import type { Desktop } from '../rpc/desktop.ts'
import type { Startup } from './startup.ts'
import type { Targets } from './targets.ts'
import type { Updates } from './updates/updates.ts'

interface SystemParts {
  /** Whether text can be pasted into other windows here. */
  canPaste: boolean
  targets: Pick<Targets, 'known'>
  tryPaste(target: PasteTarget): Promise<PasteTrial>
  startup: Startup
  updates: Pick<Updates, 'state' | 'check' | 'postpone' | 'restart'>
  shell: Pick<Shell, 'openPath'>
}

/** What the router asks of the system, and neither panel nor workbench has a part in. */
export type System = Pick<
  Desktop,
  | 'targets'
  | 'tryPaste'
  | 'startup'
  | 'setStartup'
  | 'updates'
  | 'checkForUpdates'
  | 'postponeUpdate'
  | 'restartToUpdate'
  | 'openFolder'
>

export function createSystem({ canPaste, targets, tryPaste, startup, updates, shell }: SystemParts): System {
  return {
    targets: () => (canPaste ? targets.known : null),
    tryPaste,
    startup: startup.state,
    setStartup: startup.set,
    updates: updates.state,
    checkForUpdates: updates.check,
    postponeUpdate: updates.postpone,
    restartToUpdate: updates.restart,
    // Electron answers with the system's own words, in the system's language; empty when it opened.
    openFolder: async (folder) => ((await shell.openPath(folder)) ? '这个文件夹打不开' : null),
  }
}
