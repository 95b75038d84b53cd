import type { App } from 'electron'

/** Holds the end up until everything is put away, the library last. */
export function quitInOrder(app: Pick<App, 'on' | 'quit'>, putAway: () => Promise<void>): void {
  let stage: 'running' | 'putting away' | 'done' = 'running'
  app.on('before-quit', (event) => {
    if (stage === 'done') return
    event.preventDefault()
    if (stage === 'putting away') return
    stage = 'putting away'
    void putAway().finally(() => {
      stage = 'done'
      app.quit()
    })
  })
}
