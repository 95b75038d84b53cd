import { runtime } from '../runtime.ts'
import { StrictEmitter } from '../strict.ts'
import { pointerPosition } from '../x11/keys.ts'

type Implemented =
  | 'getCursorScreenPoint'
  | 'getPrimaryDisplay'
  | 'getAllDisplays'
  | 'getDisplayNearestPoint'
  | 'getDisplayMatching'

/** One display, as large as the X screen, at scale 1. */
class Screen extends StrictEmitter implements Pick<Electron.Screen, Implemented> {
  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed'])
  }

  getCursorScreenPoint(): Electron.Point {
    runtime('screen')
    return pointerPosition()
  }
  getAllDisplays(): Electron.Display[] {
    return [this.getPrimaryDisplay()]
  }
  getDisplayNearestPoint(): Electron.Display {
    return this.getPrimaryDisplay()
  }
  getDisplayMatching(): Electron.Display {
    return this.getPrimaryDisplay()
  }
  getPrimaryDisplay(): Electron.Display {
    const { x, workArea } = runtime('screen')
    const { width, height } = x.screen
    return {
      id: 1,
      label: 'X11',
      bounds: { x: 0, y: 0, width, height },
      size: { width, height },
      workArea,
      workAreaSize: { width: workArea.width, height: workArea.height },
      nativeOrigin: { x: 0, y: 0 },
      scaleFactor: 1,
      rotation: 0,
      internal: false,
      detected: true,
      monochrome: false,
      colorDepth: 24,
      depthPerComponent: 8,
      colorSpace: '{primaries:BT709, transfer:SRGB, matrix:RGB, range:FULL}',
      displayFrequency: 60,
      accelerometerSupport: 'unknown',
      touchSupport: 'unknown',
      maximumCursorSize: { width: 0, height: 0 },
    }
  }
}

export const screen = new Screen()
