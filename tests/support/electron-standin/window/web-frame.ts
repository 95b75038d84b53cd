import { asElectron, strictModule } from '../strict.ts'

/** The main frame of a page: the sender of its messages. Frames inside frames are not covered. */
export function createMainFrame(page: { url(): string; isDestroyed(): boolean; id: number }) {
  const frame = {
    get url() {
      return page.url()
    },
    get origin() {
      // URL.origin is 'null' for custom schemes; Electron gives scheme and host for a standard one.
      const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)/i.exec(page.url())
      return match && match[1] !== 'file'
        ? `${match[1]}://${match[2]}`
        : page.url().startsWith('file:')
          ? 'file://'
          : 'null'
    },
    get top(): Electron.WebFrameMain {
      return asElectron(frame)
    },
    parent: null,
    name: '',
    detached: false,
    frameTreeNodeId: page.id,
    routingId: 1,
    processId: page.id,
    isDestroyed: () => page.isDestroyed(),
  } satisfies Pick<
    Electron.WebFrameMain,
    | 'url'
    | 'origin'
    | 'top'
    | 'parent'
    | 'name'
    | 'detached'
    | 'frameTreeNodeId'
    | 'routingId'
    | 'processId'
    | 'isDestroyed'
  >
  return strictModule('senderFrame', frame)
}
