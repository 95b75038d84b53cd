import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Settings, SettingsFromPage } from '../../../shared/model/settings.ts'
import type { Desktop } from '../../support/desktop/desktop.ts'
import { copyLibrary, layLibrary, libraryFile } from './lay-library.ts'
import type { Library } from './library.ts'
import { type Program, profileIn, seeTheTour, startProgram } from './program.ts'

/** What of a library's folder a program takes up while it runs; the rest it reads when it starts. */
const TAKEN_UP = /^(golden-six\.(sqlite.*|lock)|images|backups)$/

const USUAL: Record<string, unknown> = Settings.parse({ tour: 'done' })

interface Running {
  program: Program
  dataDir: string
  /** The library as it began, for the stories that prepared none. */
  starter: string
}

/**
 * One program for the stories of a worker, one after another, since half of a story's time went by starting its own. Each
 * finds it as after a start: the story's library in the place of the last one, as if another program had restored it
 * there, the usual settings, no workbench, and a panel that was loaded anew.
 */
export class KeptProgram {
  readonly #desktop: Desktop
  readonly #folders: string[] = []
  #running: Running | null = null
  #isSpoilt = false

  constructor(desktop: Desktop) {
    this.#desktop = desktop
  }

  /** Whether a program that runs can take up what a story has prepared. */
  static suits({ dataDir }: Library): boolean {
    return !existsSync(dataDir) || readdirSync(dataDir).every((name) => TAKEN_UP.test(name))
  }

  /** The program on the library that the story prepared, or on the starter library. `library` is then where it runs. */
  async on(library: Library): Promise<Program> {
    if (this.#running && !canBeReset(this.#running)) await this.end()
    this.#running ??= await this.#start()
    const { program, dataDir, starter } = this.#running
    await tidy(program)
    const prepared = libraryFile(library.dataDir)
    await layLibrary(existsSync(prepared) ? prepared : starter, libraryFile(dataDir))
    layImages(library.dataDir, dataDir)
    await resetSettings(program, dataDir)
    await program.panel.page.reload()
    await program.panel.isReady()
    library.dataDir = dataDir
    return {
      ...program,
      setClock: (time) => {
        // It goes on from there, and nobody sets it back.
        this.#isSpoilt = true
        return program.setClock(time)
      },
      quit: () => this.end(),
    }
  }

  /** Between stories there is nothing to be seen of it, as of a program that was just started. */
  async rest(): Promise<void> {
    if (this.#isSpoilt) await this.end()
    else if (this.#running) await tidy(this.#running.program)
  }

  /** The next story gets one that is started anew. */
  async end(): Promise<void> {
    const running = this.#running
    this.#running = null
    this.#isSpoilt = false
    await running?.program.quit()
  }

  /** When the last story is over. */
  async remove(): Promise<void> {
    await this.end()
    for (const folder of this.#folders)
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }

  async #start(): Promise<Running> {
    const folder = mkdtempSync(path.join(tmpdir(), '黄金六秒 e2e😀-'))
    this.#folders.push(folder)
    const dataDir = path.join(folder, 'library')
    const program = await startProgram({ desktop: this.#desktop, dataDir, profile: profileIn(folder) })
    const starter = path.join(folder, 'starter.sqlite')
    await copyLibrary(libraryFile(dataDir), starter)
    return { program, dataDir, starter }
  }
}

/** Whether all that was set otherwise can be set back from a page: keys and folders are of the program's start. */
function canBeReset({ dataDir }: Running): boolean {
  const settings = settingsIn(dataDir)
  return Object.keys(settings).every(
    (key) =>
      key in SettingsFromPage.shape || key === 'shopId' || isDeepStrictEqual(settings[key], USUAL[key]),
  )
}

async function resetSettings({ panel: { page } }: Program, dataDir: string): Promise<void> {
  const settings = settingsIn(dataDir)
  if (isDeepStrictEqual(settings, USUAL)) return
  const ask = (path: string, input: unknown) =>
    page.evaluate((call) => window.goldenSix?.request({ kind: 'call', type: 'mutation', ...call }), {
      path,
      input,
    })
  if (settings.shopId !== USUAL.shopId) await ask('shops.switchTo', USUAL.shopId)
  await ask('settings.update', SettingsFromPage.parse(USUAL))
  // What stands there was set by somebody: stories ask for that.
  seeTheTour(dataDir)
}

const settingsIn = (dataDir: string): Record<string, unknown> =>
  Settings.parse(JSON.parse(readFileSync(path.join(dataDir, 'settings.json'), 'utf8')))

/** The images of the story's library alone. */
function layImages(from: string, to: string): void {
  rmSync(path.join(to, 'images'), { recursive: true, force: true })
  if (existsSync(path.join(from, 'images')))
    cpSync(path.join(from, 'images'), path.join(to, 'images'), { recursive: true })
}

/** No window in sight, no workbench, the system's colours, and nothing that was told before. */
const tidy = ({ app }: Program): Promise<void> =>
  app.evaluate(({ BrowserWindow, nativeTheme }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (window.webContents.getURL().includes('/workbench/')) window.destroy()
      else window.hide()
    }
    nativeTheme.themeSource = 'system'
    const { notified, electronStandIn = {} } = globalThis as unknown as Told
    const { trays: _still, ...records } = electronStandIn
    for (const told of [notified, ...Object.values(records)]) told.length = 0
  })

interface Told {
  notified: string[]
  electronStandIn?: Record<string, unknown[]>
}
