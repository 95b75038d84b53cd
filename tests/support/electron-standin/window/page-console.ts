import type { Session } from '../chromium/cdp.ts'
import { fromPageUrl } from '../modules/protocol.ts'

export interface ConsoleLine {
  level: 'info' | 'warning' | 'error' | 'debug'
  message: string
  lineNumber: number
  sourceId: string
}

const levels: Record<string, ConsoleLine['level']> = {
  error: 'error',
  assert: 'error',
  warning: 'warning',
  debug: 'debug',
  verbose: 'debug',
}

/** Reports what the page's console shows: its own words, uncaught errors, and Chromium's refusals and failed requests. */
export function followConsole(session: Session, report: (line: ConsoleLine) => void): void {
  const tell = (level: string, message: string, lineNumber = 0, url = '') =>
    report({ level: levels[level] ?? 'info', message, lineNumber, sourceId: fromPageUrl(url) })

  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const words = args.map(({ value, description, unserializableValue }) =>
      String(value ?? description ?? unserializableValue ?? ''),
    )
    const place = stackTrace?.callFrames[0]
    tell(type, words.join(' '), place?.lineNumber, place?.url)
  })
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text, lineNumber, url } }) => {
    tell('error', `Uncaught ${exception?.description ?? exception?.value ?? text}`, lineNumber, url)
  })
  session.on('Log.entryAdded', ({ entry }) => tell(entry.level, entry.text, entry.lineNumber, entry.url))
}
