import { StrictEmitter } from '../strict.ts'

/** A desktop that never sleeps and runs on mains. Tests emit `suspend`, `resume` and the like themselves. */
class PowerMonitor
  extends StrictEmitter
  implements Pick<Electron.PowerMonitor, 'isOnBatteryPower' | 'onBatteryPower'>
{
  readonly onBatteryPower = false
  constructor() {
    super('powerMonitor', [
      'suspend',
      'resume',
      'lock-screen',
      'unlock-screen',
      'shutdown',
      'on-ac',
      'on-battery',
      'user-did-become-active',
      'user-did-resign-active',
    ])
  }
  isOnBatteryPower(): boolean {
    return false
  }
}

export const powerMonitor = new PowerMonitor()
