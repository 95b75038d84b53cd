import { strictModule } from '../strict.ts'
import { records } from './records.ts'

/** A native dialog waits for a person. Tests put an answer in its place, in a true Electron too. */
const nobodyToAnswer = (name: string) => (): never => {
  throw new Error(
    `electron stand-in: dialog.${name} waits for a person; replace it in the test (dialog.${name} = async () => …)`,
  )
}

export const dialog = strictModule('dialog', {
  showOpenDialog: nobodyToAnswer('showOpenDialog'),
  showOpenDialogSync: nobodyToAnswer('showOpenDialogSync'),
  showSaveDialog: nobodyToAnswer('showSaveDialog'),
  showSaveDialogSync: nobodyToAnswer('showSaveDialogSync'),
  showMessageBox: nobodyToAnswer('showMessageBox'),
  showMessageBoxSync: nobodyToAnswer('showMessageBoxSync'),
  showErrorBox(title: string, content: string): void {
    records.errorBoxes.push({ title, content })
    process.stderr.write(`${title}\n${content}\n`)
  },
} satisfies Pick<
  Electron.Dialog,
  | 'showOpenDialog'
  | 'showOpenDialogSync'
  | 'showSaveDialog'
  | 'showSaveDialogSync'
  | 'showMessageBox'
  | 'showMessageBoxSync'
  | 'showErrorBox'
>)
