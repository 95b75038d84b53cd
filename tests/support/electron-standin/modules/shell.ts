import { existsSync } from 'node:fs'
import { strictModule } from '../strict.ts'
import { records } from './records.ts'

/** Nothing is opened: what the app wanted opened is recorded. */
export const shell = strictModule('shell', {
  openExternal: async (url: string) => {
    // Electron rejects what is no address at all.
    records.openedExternally.push(new URL(url).href)
  },
  openPath: async (path: string) => {
    if (!existsSync(path)) return 'Failed to open path'
    records.openedPaths.push(path)
    return ''
  },
  showItemInFolder: (path: string) => {
    records.shownInFolder.push(path)
  },
  trashItem: async (path: string) => {
    if (!existsSync(path)) throw new Error(`Failed to move item to trash: ${path}`)
    records.trashed.push(path)
  },
  beep: () => {},
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'trashItem' | 'beep'>)
