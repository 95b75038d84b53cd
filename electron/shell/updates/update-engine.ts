import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { AutoUpdater } from 'electron'
import {
  AppImageUpdater,
  BaseUpdater,
  CancellationToken,
  DebUpdater,
  MacUpdater,
  NsisUpdater,
  type UpdateInfo,
} from 'electron-updater'
import type { AppAdapter } from 'electron-updater/out/AppAdapter'
import type { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor'
import type { InstalledAs } from './installed-as.ts'
import { signedProvider } from './signed-provider.ts'
import { handToSquirrel } from './squirrel.ts'
import { faultOf, UpdateFault } from './update-fault.ts'

/** One round with the update server. Everything it offers rejects with an `UpdateFault`. */
export interface UpdateEngine {
  /** The version that is newer than ours and meant for this machine; null for none. */
  check(): Promise<string | null>
  /** The version on the list that `check` has read, for whichever machines it is; null before. */
  listed(): string | null
  /** What `check` found, whole and as it was signed. `onProgress`: per cent. */
  download(onProgress: (percent: number) => void): Promise<void>
  /** Begins to put it in place of this program, which must end at once. */
  install(options: { restarts: boolean }): Promise<void>
}

interface EngineParts {
  /** Of the server's folder. */
  address: string
  /** Base64, of the publishers whose releases are trusted. */
  keys: readonly string[]
  kind: Exclude<InstalledAs, 'source'>
  /** How long the server may say nothing. */
  patienceMs?: number
  /** In place of Electron's own. */
  host?: { app: AppAdapter; http: ElectronHttpExecutor }
}

const PATIENCE_MS = 60_000

/** electron-updater, which downloads, compares and installs, held to releases that our key has signed. */
export function createEngine({
  address,
  keys,
  kind,
  patienceMs = PATIENCE_MS,
  host,
}: EngineParts): UpdateEngine {
  const updater = updaterFor(kind, host?.app)
  if (host) Object.assign(updater, { httpExecutor: host.http })
  updater.autoDownload = false
  // When a program ends is for the shell to say; and on macOS Squirrel would take the file at once, for good.
  updater.autoInstallOnAppQuit = false
  updater.allowDowngrade = false
  updater.disableWebInstaller = true
  updater.logger = null
  updater.setFeedURL({ provider: 'custom', updateProvider: signedProvider(address, keys) })

  let listed: string | null = null
  let found: UpdateInfo | null = null
  let downloaded: string | null = null

  return {
    async check() {
      try {
        const answer = await orGiveUp(updater.checkForUpdates(), patienceMs)
        listed = answer?.updateInfo.version ?? null
        found = answer?.isUpdateAvailable ? answer.updateInfo : null
        return found?.version ?? null
      } catch (cause) {
        throw faultOf(cause)
      }
    },
    listed: () => listed,
    async download(onProgress) {
      const token = new CancellationToken()
      let stall = setTimeout(() => token.cancel(), patienceMs)
      const onReceived = ({ percent }: { percent: number }) => {
        clearTimeout(stall)
        stall = setTimeout(() => token.cancel(), patienceMs)
        onProgress(percent)
      }
      updater.on('download-progress', onReceived)
      try {
        const [file = null] = await updater.downloadUpdate(token)
        if (file === null || !(await isAsSigned(file))) throw new UpdateFault('damaged')
        downloaded = file
      } catch (cause) {
        throw token.cancelled ? new UpdateFault('offline', cause) : faultOf(cause)
      } finally {
        clearTimeout(stall)
        updater.off('download-progress', onReceived)
      }
    },
    async install({ restarts }) {
      // It may have lain there for days, in a folder that every program of this person can write to.
      if (downloaded === null || !(await isAsSigned(downloaded))) throw new UpdateFault('damaged')
      if (!(updater instanceof BaseUpdater)) {
        await handToSquirrel(squirrelOf(updater))
        if (restarts) updater.quitAndInstall()
      } else if (!updater.install(true, restarts)) throw new UpdateFault('other')
    },
  }

  async function isAsSigned(file: string): Promise<boolean> {
    const sum = await sha512(file).catch(() => null)
    return found?.files.some((signed) => signed.sha512 === sum) ?? false
  }
}

/** electron-updater keeps it to itself, and asks it for the file only when the program is to begin again. */
const squirrelOf = (updater: MacUpdater): AutoUpdater =>
  (updater as unknown as { nativeUpdater: AutoUpdater }).nativeUpdater

/** One for all rounds: each listens to Electron's own updater, and never stops. */
let macUpdater: MacUpdater | null = null

function updaterFor(kind: EngineParts['kind'], app?: AppAdapter): BaseUpdater | MacUpdater {
  switch (kind) {
    case 'nsis':
    case 'portable':
      return new NsisUpdater(null, app)
    case 'mac':
      macUpdater ??= new MacUpdater(undefined, app)
      return macUpdater
    case 'appimage':
      return new AppImageUpdater(null, app)
    case 'deb':
      return new DebUpdater(null, app)
  }
}

async function sha512(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return hash.digest('base64')
}

/** Electron's requests have no time limit of their own. */
async function orGiveUp<T>(answer: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new UpdateFault('offline')), ms)
  })
  try {
    return await Promise.race([answer, silence])
  } finally {
    clearTimeout(timer)
  }
}
