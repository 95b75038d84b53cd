import type { App } from 'electron'

interface Leaving {
  /** What is put away, in order, the library last. */
  steps: readonly (() => void | Promise<void>)[]
  /**
   * Puts a newer program in place when all is put away; true where it does. It then starts that program itself, if
   * `isWantedAgain` says so.
   */
  replace(isWantedAgain: () => boolean): Promise<boolean>
  /** What is started again, of an AppImage: what runs lies in a mount that ends with it. */
  appImage?: string
}

/**
 * Holds the end up until everything is put away. A step that fails keeps none of the others from being done, and the program
 * from ending. Started again meanwhile, the program begins anew once it has ended: until then the second start finds this one.
 */
export function quitInOrder(
  app: Pick<App, 'on' | 'quit' | 'relaunch'>,
  { steps, replace, appImage }: Leaving,
): { hasBegun(): boolean } {
  let stage: 'running' | 'putting away' | 'done' = 'running'
  /** The command line of who started the program again since then. */
  let wantedBy: readonly string[] | null = null

  async function putAway(): Promise<void> {
    for (const step of steps) {
      try {
        await step()
      } catch {
        // Nobody is there any more to be told.
      }
    }
    const isReplaced = await replace(() => wantedBy !== null).catch(() => false)
    if (wantedBy !== null && !isReplaced) app.relaunch({ args: wantedBy.slice(1), execPath: appImage })
    stage = 'done'
    app.quit()
  }

  app.on('second-instance', (_event, argv) => {
    if (stage !== 'running') wantedBy = argv
  })
  app.on('before-quit', (event) => {
    if (stage === 'done') return
    event.preventDefault()
    if (stage === 'putting away') return
    stage = 'putting away'
    void putAway()
  })
  return { hasBegun: () => stage !== 'running' }
}
