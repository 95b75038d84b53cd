import path from 'node:path'
import {
  app,
  BrowserWindow,
  ClipboardItem,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
} from 'electron'
import { chosenHotkeys } from '../shared/model/settings.ts'
import { defaultDataDir } from './desk/data-dir.ts'
import { openDesk } from './desk/open-desk.ts'
import { serveIpc } from './rpc/ipc.ts'
import { createCapture } from './shell/capture/capture-selection.ts'
import { createCopySuggestions } from './shell/capture/copy-suggestions.ts'
import { watchCopies } from './shell/capture/copy-watch.ts'
import { createDesktop, type ShellDesktop } from './shell/desktop.ts'
import { openSidecar } from './shell/docking/open-sidecar.ts'
import { createEnterGuard } from './shell/enter-guard.ts'
import { createHotkeys } from './shell/hotkeys.ts'
import { folderOfOurOwn } from './shell/own-folder.ts'
import { createPackOpener } from './shell/pack-opener.ts'
import { BorrowedClipboard } from './shell/paste/borrowed-clipboard.ts'
import { chooseClipboard } from './shell/paste/choose-clipboard.ts'
import { chooseWindowPort } from './shell/paste/choose-port.ts'
import { PasteService } from './shell/paste/paste.ts'
import { systemClock } from './shell/paste/window-port.ts'
import { portableFolder } from './shell/portable.ts'
import { quitInOrder } from './shell/quit-in-order.ts'
import { createReleaseNotices } from './shell/release-notices.ts'
import { createReminderNotices } from './shell/reminder-notices.ts'
import { troubleSayer } from './shell/say-trouble.ts'
import { startOptions } from './shell/start-options.ts'
import { systemStartup } from './shell/startup.ts'
import { createSystem } from './shell/system.ts'
import { systemKeyProtector } from './shell/system-key-protector.ts'
import { createTargets } from './shell/targets.ts'
import { chooseWindowLooks } from './shell/tracking/choose-looks.ts'
import { createTray } from './shell/tray.ts'
import { installedAs } from './shell/updates/installed-as.ts'
import { openUpdates } from './shell/updates/open-updates.ts'
import { serveApp } from './shell/windows/app-protocol.ts'
import { APP_SCHEME, pagesAt } from './shell/windows/pages.ts'
import { panelLook } from './shell/windows/panel-look.ts'
import { createPanelWindow } from './shell/windows/panel-window.ts'
import { denyPermissions, senderCheck, windowMaker } from './shell/windows/secure-window.ts'
import { createPasteTrial } from './shell/windows/trial-window.ts'
import { handleOf } from './shell/windows/window-handle.ts'
import { createWorkbenchWindow } from './shell/windows/workbench-window.ts'

/** As in the packaging configuration: Windows groups notifications and taskbar buttons by it. */
const APP_ID = 'cn.goldensix.sidecar'

const ANY_PHRASE = { step: null, filters: {}, productId: null, buyer: null } as const

const options = startOptions(process.argv, process.env)
const say = troubleSayer({ app, dialog, Notification })
process.on('uncaughtException', say.unforeseen)

/** Where a portable program keeps everything; null for one that was installed. */
const portable = app.isPackaged ? orRefuse(() => portableFolder(process.execPath)) : null
if (!options.hasOwnProfile) app.setPath('userData', portable ?? orRefuse(() => folderOfOurOwn(app)))
app.setAppUserModelId(APP_ID)
// The interface is Chinese whatever the system speaks, and so are the date fields that Chromium draws in it.
app.commandLine.appendSwitch('lang', 'zh-CN')
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

const packs = createPackOpener()
// macOS hands files over by an event, maybe before the program is ready; elsewhere they stand in the command line.
app.on('open-file', (event, file) => {
  event.preventDefault()
  packs.open(file)
})
if (options.packFile) packs.open(options.packFile)

if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(say.refusedToStart)
else app.quit()

/** Before the program is ready there is nobody else to catch it, and Electron would show where in the code it was. */
function orRefuse<T>(step: () => T): T {
  try {
    return step()
  } catch (cause) {
    say.refusedToStart(cause)
    process.exit(1)
  }
}

async function start(): Promise<void> {
  const inApp = (...parts: string[]) => path.join(app.getAppPath(), ...parts)
  const developmentServer = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null)
  const pages = pagesAt(developmentServer)
  protocol.handle(APP_SCHEME, serveApp(inApp('out/renderer')))
  denyPermissions(session.defaultSession)
  // Only macOS needs a menu for copy and paste to work in text fields.
  const isMac = process.platform === 'darwin'
  Menu.setApplicationMenu(isMac ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null)

  const desk = openDesk({
    dataDir: options.dataDir ?? (portable ? path.join(portable, 'library') : defaultDataDir()),
    presence: 'host',
    keyProtector: () => systemKeyProtector(safeStorage),
  })
  const setTheme: ShellDesktop['setTheme'] = (theme) => {
    nativeTheme.themeSource = theme
  }
  setTheme(desk.settings.read().theme)

  const makeWindow = windowMaker({
    BrowserWindow,
    preload: inApp('out/preload/preload.cjs'),
    pages,
    hasDevTools: !app.isPackaged,
  })
  const panel = createPanelWindow({
    makeWindow,
    url: pages.url('panel'),
    screen,
    ...panelLook(desk.settings),
    onHidden: () => desktop.panelWasHidden(),
  })
  const workbench = createWorkbenchWindow({
    makeWindow,
    url: pages.url('workbench'),
    icon: inApp('assets/icons/icon.png'),
  })

  const port = await chooseWindowPort()
  const lineBreak = process.platform === 'win32' ? '\r\n' : '\n'
  const targets = createTargets(() => desk.settings.read().targets)
  const sidecar = openSidecar({
    ...{ makeWindow, screen, port, targets, settings: desk.settings, clock: systemClock },
    url: `${pages.url('panel')}#sidecar`,
    looks: await chooseWindowLooks(),
    ourWindows: () => BrowserWindow.getAllWindows().map((window) => handleOf(window)),
    onState: (state) => desktop.sidecarChanged(state),
  })
  const { text, images } = await chooseClipboard({ clipboard, ClipboardItem, nativeImage })
  const borrowed = new BorrowedClipboard(text, systemClock, lineBreak, images)
  const paste = new PasteService({
    port,
    clock: systemClock,
    clipboard: borrowed,
    profileOf: targets.profileOf,
  })
  const tryPaste = createPasteTrial({
    ...{ makeWindow, paste, handleOf, clock: systemClock },
    url: pages.url('trial'),
    profileFor: targets.profileFor,
  })
  const hotkeys = createHotkeys(globalShortcut, {
    panel: () => void desktop.openPanelOverTarget(),
    capture: () => void desktop.openPanelWithSelection('message'),
    nickname: () => void desktop.openPanelWithSelection('nickname'),
    sidecar: () => desktop.enterSidecar(),
  })
  const updates = await openUpdates({
    app,
    kind: installedAs({
      platform: process.platform,
      isPackaged: app.isPackaged,
      isPortable: portable !== null,
      appImage: process.env.APPIMAGE,
    }),
    settings: () => desk.settings.read().updates,
    isPanelOpen: panel.isVisible,
    // The sidecar stands open all day, and is there again after a restart.
    isAnythingOpen: () =>
      BrowserWindow.getAllWindows().some(
        (window) => window.isVisible() && handleOf(window) !== sidecar.window.handle(),
      ),
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    onChange: () => desktop.updatesChanged(),
  })
  const desktop = createDesktop({
    panel,
    workbench,
    sidecar: sidecar.window,
    docking: sidecar.docking,
    canDock: sidecar.canDock,
    hotkeys,
    capture: createCapture({
      ...{ port, clipboard: borrowed, clock: systemClock },
      withOwnClipboard: (act) => paste.withOwnClipboard(act),
      ownTurns: () => paste.turns,
      panelHasKeyboard: panel.hasKeyboard,
      panelChords: panel.chords,
    }),
    enterGuard: createEnterGuard(globalShortcut, systemClock),
    port,
    paste,
    setTheme,
    system: createSystem({
      canPaste: paste.canPaste,
      targets,
      tryPaste,
      startup: systemStartup({ app }),
      updates,
      shell,
    }),
    notify: (message) => new Notification({ title: '黄金六秒', body: message, silent: true }).show(),
    now: Date.now,
  })

  const notices = createReminderNotices({
    makeNotification: (notification) => new Notification(notification),
    followUps: desk.followUps,
    openWorkbenchAt: desktop.openWorkbenchAt,
    hasActions: process.platform !== 'linux',
  })
  desk.onEvent((event) => event.kind === 'follow-ups-due' && notices.show(event.reminder))

  const releases = createReleaseNotices({
    makeNotification: (notification) => new Notification(notification),
    openWorkbenchAt: desktop.openWorkbenchAt,
  })
  desk.onEvent((event) => event.kind === 'release-arrived' && releases.show(event))

  const suggest = createCopySuggestions({
    makeNotification: (notification) => new Notification(notification),
    search: (message, limit) => desk.phrases.search({ ...ANY_PHRASE, text: message, limit }),
    openPanelWith: (message, chat) => void desktop.openPanelWith(message, chat),
  })
  const stopWatching = watchCopies({
    port,
    clipboard: text,
    isTarget: (window) => targets.profileOf(window).id !== 'other',
    isWanted: () => desk.settings.read().suggestsOnCopy,
    ownTurns: () => paste.turns,
    onMessage: (message, chat) => void suggest(message, chat).catch(() => undefined),
  })

  const ownContents = () => BrowserWindow.getAllWindows().map((window) => window.webContents)
  serveIpc({
    ipcMain,
    context: { desk, desktop, appVersion: app.getVersion() },
    isTrusted: senderCheck(pages, ownContents),
  })
  // In the background: a first query asked meanwhile waits for it, and hears why should it fail.
  desk.ready().catch(() => undefined)
  await panel.load()
  desktop.startHotkeys(chosenHotkeys(desk.settings.read()))
  const tray = createTray({
    Tray,
    Menu,
    nativeImage,
    nativeTheme,
    iconFolder: inApp('assets/icons'),
    actions: {
      showPanel: desktop.showPanel,
      openWorkbench: desktop.openWorkbench,
      toggleSidecar: sidecar.canDock ? sidecar.toggle : null,
      setHotkeyPaused: desktop.pauseHotkeys,
      openUpdate: () => desktop.openWorkbenchAt('/settings/about'),
      quit: () => app.quit(),
    },
  })
  desktop.onEvent(({ kind }) => kind === 'updates-changed' && tray.showUpdate(updates.waiting()))

  app.on('second-instance', (_event, argv, folder) => {
    if (ending.hasBegun()) return
    const asked = startOptions(argv, {}, folder)
    if (asked.packFile) packs.open(asked.packFile)
    else if (asked.showPanel) void desktop.openPanelOverTarget()
    else desktop.openWorkbench()
  })
  // The program lives in the tray: closing the workbench does not end it.
  app.on('window-all-closed', () => undefined)
  const ending = quitInOrder(app, {
    steps: [
      () => hotkeys.stop(),
      stopWatching,
      sidecar.stop,
      // Under X11 what we put on the clipboard dies with us: first everything pasted and given back.
      () => paste.settled(),
      () => {
        for (const window of BrowserWindow.getAllWindows()) window.destroy()
      },
      () => tray.destroy(),
      () => port?.close(),
      () => desk.close(),
    ],
    replace: updates.finish,
    appImage: process.env.APPIMAGE,
  })
  if (options.showPanel) void desktop.openPanelOverTarget()
  packs.start((file) => desktop.openWorkbenchAt(`/team/pack/${desk.packs.openFile(file)}`))
  // Only now, so that neither takes anything from the start.
  desk.beginRounds()
  sidecar.docking.settingsChanged()
  desk.onEvent((event) => event.kind === 'settings-changed' && sidecar.docking.settingsChanged())
  updates.begin()
  // The library was damaged and has been mended: the workbench tells of it until it is put away. A first start shows
  // the tour there; otherwise there would be nothing to be seen of it but an icon in the tray.
  const isFirst = desk.settings.read().tour === 'due' && !options.isHidden && !options.showPanel
  if (desk.safekeeping.recovery() || isFirst) desktop.openWorkbench()
}
