import { StrictEmitter } from '../strict.ts'
import { records } from './records.ts'

type Implemented =
  | 'setImage'
  | 'setPressedImage'
  | 'setToolTip'
  | 'setTitle'
  | 'getTitle'
  | 'setContextMenu'
  | 'popUpContextMenu'
  | 'closeContextMenu'
  | 'setIgnoreDoubleClickEvents'
  | 'getBounds'
  | 'isDestroyed'
  | 'destroy'
  | 'focus'

/** A tray icon as an object; `menu` and `toolTip` are there for tests to read. Nothing is drawn. */
export class Tray extends StrictEmitter implements Pick<Electron.Tray, Implemented> {
  image: Electron.NativeImage | string
  menu: Electron.Menu | null = null
  toolTip = ''
  #title = ''
  #destroyed = false

  constructor(image: Electron.NativeImage | string) {
    super('Tray', [
      'click',
      'right-click',
      'double-click',
      'middle-click',
      'mouse-enter',
      'mouse-leave',
      'mouse-move',
      'mouse-up',
      'mouse-down',
      'balloon-click',
      'balloon-show',
      'balloon-closed',
      'drop',
      'drop-files',
      'drop-text',
    ])
    this.image = image
    records.trays.push(this)
  }

  setImage(image: Electron.NativeImage | string): void {
    this.image = image
  }
  setPressedImage(): void {}
  setToolTip(toolTip: string): void {
    this.toolTip = toolTip
  }
  setTitle(title: string): void {
    this.#title = title
  }
  getTitle(): string {
    return this.#title
  }
  setContextMenu(menu: Electron.Menu | null): void {
    this.menu = menu
  }
  popUpContextMenu(): void {}
  closeContextMenu(): void {}
  setIgnoreDoubleClickEvents(): void {}
  getBounds(): Electron.Rectangle {
    return { x: 0, y: 0, width: 0, height: 0 }
  }
  focus(): void {}
  isDestroyed(): boolean {
    return this.#destroyed
  }
  destroy(): void {
    this.#destroyed = true
    records.trays.splice(records.trays.indexOf(this), 1)
  }
}
