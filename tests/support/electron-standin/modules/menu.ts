import { asElectron, StrictEmitter } from '../strict.ts'

type MenuImplemented = 'append' | 'insert' | 'popup' | 'closePopup' | 'getMenuItemById' | 'items'

/** A menu as an object: built, searched and clicked by tests, never drawn. */
export class Menu extends StrictEmitter implements Pick<Electron.Menu, MenuImplemented> {
  items: Electron.MenuItem[] = []

  constructor() {
    super('Menu', ['menu-will-show', 'menu-will-close'])
  }

  append(item: Electron.MenuItem): void {
    this.items.push(item)
  }
  insert(position: number, item: Electron.MenuItem): void {
    this.items.splice(position, 0, item)
  }
  getMenuItemById(id: string): Electron.MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
  popup(): void {
    this.emit('menu-will-show', {})
  }
  closePopup(): void {
    this.emit('menu-will-close', {})
  }

  static buildFromTemplate(
    template: (Electron.MenuItemConstructorOptions | Electron.MenuItem)[],
  ): Electron.Menu {
    const menu = new Menu()
    for (const entry of template)
      menu.append(asElectron(entry instanceof MenuItem ? entry : new MenuItem(entry)))
    return asElectron(menu)
  }
  static setApplicationMenu(menu: Electron.Menu | null): void {
    applicationMenu = menu
  }
  static getApplicationMenu(): Electron.Menu | null {
    return applicationMenu
  }
}

let applicationMenu: Electron.Menu | null = null

type ItemImplemented =
  | 'id'
  | 'label'
  | 'type'
  | 'enabled'
  | 'visible'
  | 'checked'
  | 'click'
  | 'sublabel'
  | 'toolTip'
  | 'accelerator'

export class MenuItem implements Pick<Electron.MenuItem, ItemImplemented> {
  id: string
  label: string
  type: Electron.MenuItem['type']
  enabled: boolean
  visible: boolean
  checked: boolean
  sublabel: string
  toolTip: string
  accelerator: Electron.MenuItem['accelerator']
  role: Electron.MenuItemConstructorOptions['role']
  submenu: Electron.Menu | undefined
  /** As a user's click: toggles a checkbox, then tells the app. */
  click: (event?: object, window?: object) => void

  constructor(options: Electron.MenuItemConstructorOptions | Electron.MenuItem) {
    this.id = options.id ?? ''
    this.label = options.label ?? ''
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal')
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.accelerator = options.accelerator ?? null
    this.role = options.role
    this.submenu = Array.isArray(options.submenu) ? Menu.buildFromTemplate(options.submenu) : options.submenu
    const tell = options.click as
      | ((item: Electron.MenuItem, window: object | undefined, event: object) => void)
      | undefined
    this.click = (event = {}, window) => {
      if (!this.enabled) return
      if (this.type === 'checkbox') this.checked = !this.checked
      if (this.type === 'radio') this.checked = true
      tell?.(asElectron(this), window, event)
    }
  }
}
