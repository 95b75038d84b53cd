import type { App } from 'electron'

/**
 * Holds the end up until everything is put away: step after step, in order, the library last. A step that fails keeps none
 * of the others from being done, and the program from ending.
 */
export function quitInOrder(
  app: Pick<App, 'on' | 'quit'>,
  steps: readonly (() => void | Promise<void>)[],
): void {
  let stage: 'running' | 'putting away' | 'done' = 'running'

  async function putAway(): Promise<void> {
    for (const step of steps) {
      try {
        await step()
      } catch {
        // Nobody is there any more to be told.
      }
    }
    stage = 'done'
    app.quit()
  }

  app.on('before-quit', (event) => {
    if (stage === 'done') return
    event.preventDefault()
    if (stage === 'putting away') return
    stage = 'putting away'
    void putAway()
  })
}
