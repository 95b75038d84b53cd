/**
 * What the app did that no test can see on the display: read it in a test through `globalThis.electronStandIn`
 * (`app.evaluate(() => globalThis.electronStandIn.openedExternally)`). It does not exist in a true Electron.
 */
export const records = {
  trays: [] as object[],
  notifications: [] as object[],
  openedExternally: [] as string[],
  openedPaths: [] as string[],
  shownInFolder: [] as string[],
  trashed: [] as string[],
  errorBoxes: [] as { title: string; content: string }[],
}

Object.defineProperty(globalThis, 'electronStandIn', { value: records })
