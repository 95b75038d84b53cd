import { mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { commandLine } from '../command-line.ts'

interface Manifest {
  name?: string | undefined
  productName?: string | undefined
  version?: string | undefined
}

let folder = process.cwd()
let manifest: Manifest = {}
let chosenName: string | undefined
const overridden = new Map<string, string>()

/** The app's folder and package.json. */
export function setApplication(appFolder: string, appManifest: Manifest): void {
  folder = appFolder
  manifest = appManifest
}

export function applicationFolder(): string {
  return folder
}
export function applicationVersion(): string {
  return manifest.version ?? process.versions.electron ?? ''
}
export function applicationName(): string {
  return chosenName ?? manifest.productName ?? manifest.name ?? 'Electron'
}
export function setApplicationName(name: string): void {
  chosenName = name
}

/** Where Electron on Linux keeps each of the folders it knows by name. */
const defaults: Record<string, () => string> = {
  home: () => os.homedir(),
  appData: () => process.env.XDG_CONFIG_HOME ?? path.join(os.homedir(), '.config'),
  userData: () =>
    path.resolve(
      commandLine.getSwitchValue('user-data-dir') || path.join(getPath('appData'), applicationName()),
    ),
  sessionData: () => getPath('userData'),
  logs: () => path.join(getPath('userData'), 'logs'),
  crashDumps: () => path.join(getPath('userData'), 'Crashpad'),
  temp: () => os.tmpdir(),
  exe: () => path.join(import.meta.dirname, '..', 'dist', 'electron'),
  module: () => path.join(import.meta.dirname, '..', 'dist', 'electron'),
  assets: () => path.join(import.meta.dirname, '..', 'dist'),
  desktop: () => path.join(os.homedir(), 'Desktop'),
  documents: () => path.join(os.homedir(), 'Documents'),
  downloads: () => path.join(os.homedir(), 'Downloads'),
  music: () => path.join(os.homedir(), 'Music'),
  pictures: () => path.join(os.homedir(), 'Pictures'),
  videos: () => path.join(os.homedir(), 'Videos'),
}

/** `app.getPath`. The folder of the user's data is made when it is not there, as Electron makes it at start. */
export function getPath(name: string): string {
  const known = defaults[name]
  if (!known) throw new Error(`Failed to get '${name}' path`)
  const folderOrFile = overridden.get(name) ?? known()
  if (name === 'userData' || name === 'logs') mkdirSync(folderOrFile, { recursive: true })
  return folderOrFile
}

/** `app.setPath`. */
export function setPath(name: string, folderOrFile: string): void {
  if (!path.isAbsolute(folderOrFile)) throw new Error('Path must be absolute')
  if (!defaults[name]) throw new Error(`Failed to set path`)
  overridden.set(name, folderOrFile)
}
