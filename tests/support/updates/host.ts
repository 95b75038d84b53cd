import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import path from 'node:path'
import type { AppAdapter } from 'electron-updater/out/AppAdapter'
import updaterHttp from 'electron-updater/out/electronHttpExecutor.js'

/** electron-updater's requests over Node's HTTP, where Electron's is not there. */
class NodeHttp extends updaterHttp.ElectronHttpExecutor {
  override createRequest(
    ...[options, callback]: Parameters<updaterHttp.ElectronHttpExecutor['createRequest']>
  ) {
    return httpRequest({ ...options, agent: false }, callback) as unknown as Electron.ClientRequest
  }

  protected override addRedirectHandlers(): void {}
}

/** An installed program of some version, as electron-updater sees it: folders of its own, an end it is never asked for. */
export function hostOf(folder: string, version: string): { app: AppAdapter; http: NodeHttp; cache: string } {
  const resources = path.join(folder, 'resources')
  mkdirSync(resources, { recursive: true })
  const appUpdateConfigPath = path.join(resources, 'app-update.yml')
  writeFileSync(
    appUpdateConfigPath,
    'provider: generic\nurl: https://updates.invalid\nupdaterCacheDirName: cache\n',
  )
  const never = (): never => {
    throw new Error('electron-updater ends nothing here')
  }
  return {
    app: {
      ...{ version, name: `golden-six ${randomUUID()}`, isPackaged: true, appUpdateConfigPath },
      ...{ userDataPath: path.join(folder, 'profile'), baseCachePath: folder },
      whenReady: async () => undefined,
      relaunch: never,
      quit: never,
      onQuit: never,
    },
    http: new NodeHttp(),
    cache: path.join(folder, 'cache'),
  }
}
