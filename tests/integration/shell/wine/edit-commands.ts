const WM_APP = 0x8000

/** What the edit program does on request; the number that comes with it is a time in ms, or 0 and 1. */
export const COMMANDS = {
  hang: WM_APP + 1,
  enable: WM_APP + 2,
  holdClipboard: WM_APP + 3,
  quit: WM_APP + 4,
} as const

/** Property of its window: the scan code that came with the last V. */
export const SCAN_CODE = 'golden-six-scan-code'

/** Property of its window: 1 while it takes no messages. */
export const HANGING = 'golden-six-hanging'
