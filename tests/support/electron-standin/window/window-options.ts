import { notImplemented } from '../strict.ts'

type Options = Electron.BrowserWindowConstructorOptions

const honoured = [
  'width',
  'height',
  'x',
  'y',
  'center',
  'show',
  'frame',
  'alwaysOnTop',
  'skipTaskbar',
  'title',
  'webPreferences',
  'opacity',
  'minWidth',
  'minHeight',
] as const satisfies (keyof Options)[]
/** Matters of looks, of other systems, or of what a user may do to the window by hand; nothing a test here sees. */
const withoutEffect = [
  'autoHideMenuBar',
  'backgroundColor',
  'backgroundMaterial',
  'closable',
  'darkTheme',
  'enableLargerThanScreen',
  'fullscreenable',
  'hasShadow',
  'icon',
  'maximizable',
  'maxHeight',
  'maxWidth',
  'minimizable',
  'movable',
  'paintWhenInitiallyHidden',
  'resizable',
  'roundedCorners',
  'thickFrame',
  'titleBarStyle',
  'transparent',
  'type',
  'useContentSize',
  'vibrancy',
  'visualEffectState',
  'acceptFirstMouse',
  'disableAutoHideCursor',
  'hiddenInMissionControl',
  'trafficLightPosition',
] as const satisfies (keyof Options)[]
const preferences = [
  'preload',
  'additionalArguments',
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webSecurity',
  'allowRunningInsecureContent',
  'webviewTag',
  'devTools',
  'spellcheck',
  'backgroundThrottling',
  'navigateOnDragDrop',
  'autoplayPolicy',
  'safeDialogs',
  'disableDialogs',
  'defaultEncoding',
  'experimentalFeatures',
  'v8CacheOptions',
  'plugins',
  'images',
  'webgl',
  'enableWebSQL',
] as const satisfies (keyof Electron.WebPreferences)[]
/** The only values under which the stand-in's pages behave as Electron's; they are Electron's own defaults. */
const safeValues = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  experimentalFeatures: false,
  plugins: false,
} satisfies Partial<Electron.WebPreferences>

/** Refuses options that would make an Electron window behave as no window of the stand-in can. */
export function checkWindowOptions(options: Options): void {
  const known = new Set<string>([...honoured, ...withoutEffect])
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && !known.has(name)) notImplemented(`BrowserWindow option '${name}'`)
  }
  const knownPreferences = new Set<string>(preferences)
  for (const [name, value] of Object.entries(options.webPreferences ?? {})) {
    if (value === undefined) continue
    if (!knownPreferences.has(name)) notImplemented(`webPreferences option '${name}'`)
    if (name in safeValues && value !== safeValues[name as keyof typeof safeValues]) {
      notImplemented(`a window with webPreferences.${name}: ${String(value)}`)
    }
  }
}
