// What of a window and of its page is there, and which of their events come. The rest throws when it is touched.

const windowEmits = [
  'show',
  'hide',
  'focus',
  'blur',
  'close',
  'closed',
  'ready-to-show',
  'resize',
  'resized',
  'move',
  'moved',
  'minimize',
  'restore',
  'page-title-updated',
  'always-on-top-changed',
]
/** Of other systems, or only by a user's hand on a desktop that tests do not have. */
const windowNever = [
  'maximize',
  'unmaximize',
  'enter-full-screen',
  'leave-full-screen',
  'session-end',
  'query-session-end',
  'system-context-menu',
  'app-command',
  'swipe',
  'unresponsive',
  'responsive',
  'will-resize',
  'will-move',
]

export type WindowMember =
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'focus'
  | 'blur'
  | 'minimize'
  | 'restore'
  | 'moveTop'
  | 'center'
  | 'close'
  | 'destroy'
  | 'isVisible'
  | 'isFocused'
  | 'isDestroyed'
  | 'isMinimized'
  | 'isMaximized'
  | 'isFullScreen'
  | 'isNormal'
  | 'isAlwaysOnTop'
  | 'isModal'
  | 'getBounds'
  | 'setBounds'
  | 'getSize'
  | 'setSize'
  | 'getPosition'
  | 'setPosition'
  | 'getContentBounds'
  | 'getContentSize'
  | 'setContentSize'
  | 'getNormalBounds'
  | 'getMinimumSize'
  | 'setMinimumSize'
  | 'setAlwaysOnTop'
  | 'setSkipTaskbar'
  | 'setTitle'
  | 'getTitle'
  | 'setOpacity'
  | 'getOpacity'
  | 'setMenu'
  | 'removeMenu'
  | 'setMenuBarVisibility'
  | 'setAutoHideMenuBar'
  | 'setVisibleOnAllWorkspaces'
  | 'setIcon'
  | 'setBackgroundColor'
  | 'setContentProtection'
  | 'flashFrame'
  | 'setResizable'
  | 'setProgressBar'
  | 'setOverlayIcon'
  | 'getNativeWindowHandle'
  | 'getMediaSourceId'
  | 'loadURL'
  | 'loadFile'
  | 'reload'
  | 'capturePage'
  | 'id'

export const windowEvents = [...windowEmits, ...windowNever]

const contentsEmits = [
  'console-message',
  'destroyed',
  'did-fail-load',
  'did-finish-load',
  'did-navigate',
  'did-navigate-in-page',
  'did-start-loading',
  'did-stop-loading',
  'dom-ready',
  'input-event',
  'page-title-updated',
  'preload-error',
  'render-process-gone',
  'will-navigate',
]
/** Cannot happen here: no webview tags, no certificates, no logins, no pop-ups allowed, no DevTools shown. */
const contentsNever = [
  'will-attach-webview',
  'did-attach-webview',
  'certificate-error',
  'select-client-certificate',
  'login',
  'did-create-window',
  'devtools-opened',
  'devtools-closed',
  'unresponsive',
  'responsive',
  'select-bluetooth-device',
]

export type ContentsMember =
  | 'send'
  | 'loadURL'
  | 'loadFile'
  | 'getURL'
  | 'getTitle'
  | 'isDestroyed'
  | 'isLoading'
  | 'isCrashed'
  | 'reload'
  | 'focus'
  | 'isFocused'
  | 'setWindowOpenHandler'
  | 'executeJavaScript'
  | 'insertCSS'
  | 'isDevToolsOpened'
  | 'setZoomFactor'
  | 'getZoomFactor'
  | 'close'
  | 'getType'

export const contentsEvents = [...contentsEmits, ...contentsNever]
