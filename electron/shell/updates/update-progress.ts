import type { UpdateFailure, UpdateProgress } from '../../../shared/model/updates.ts'

export type UpdateEvent =
  | { kind: 'asked' }
  | { kind: 'answered'; version: string | null; canInstall: boolean }
  | { kind: 'received'; percent: number }
  | { kind: 'downloaded' }
  | { kind: 'failed'; why: UpdateFailure }
  | { kind: 'postponed' }
  /** The file on the disk is not the one any more that was checked. */
  | { kind: 'spoilt' }

/** What the person is told next. An update that is ready stays ready until the server takes it back. */
export function nextProgress(now: UpdateProgress, event: UpdateEvent): UpdateProgress {
  switch (event.kind) {
    case 'asked':
      return now.status === 'ready' ? now : { status: 'checking' }
    case 'answered':
      return afterAnswer(now, event)
    case 'received':
      return now.status === 'downloading'
        ? { ...now, percent: Math.min(100, Math.max(now.percent, Math.floor(event.percent))) }
        : now
    case 'downloaded':
      return now.status === 'downloading'
        ? { status: 'ready', version: now.version, isPostponed: false }
        : now
    case 'failed':
      return now.status === 'ready' ? now : { status: 'failed', why: event.why }
    case 'postponed':
      return now.status === 'ready' ? { ...now, isPostponed: true } : now
    case 'spoilt':
      return { status: 'failed', why: 'damaged' }
  }
}

function afterAnswer(
  now: UpdateProgress,
  { version, canInstall }: { version: string | null; canInstall: boolean },
): UpdateProgress {
  // A release that its makers took back is not installed, even if it is here already.
  if (version === null) return { status: 'current' }
  if (!canInstall) return { status: 'by-hand', version }
  if (now.status === 'ready' && now.version === version) return now
  return { status: 'downloading', version, percent: 0 }
}
