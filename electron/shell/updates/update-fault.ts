import type { UpdateFailure } from '../../../shared/model/updates.ts'

/** Why an update could not be had, as far as a person can do something about it. */
export class UpdateFault extends Error {
  readonly why: UpdateFailure

  constructor(why: UpdateFailure, cause?: unknown) {
    super(`update: ${why}`, { cause })
    this.name = 'UpdateFault'
    this.why = why
  }
}

const DISK = new Set(['ENOSPC', 'EACCES', 'EPERM', 'EROFS', 'EDQUOT'])
const OFFLINE =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/

/** What electron-updater, Node and Chromium say, sorted. */
export function faultOf(cause: unknown): UpdateFault {
  if (cause instanceof UpdateFault) return cause
  const { code = '', statusCode, message } = asFields(cause)
  if (code === 'ERR_CHECKSUM_MISMATCH') return new UpdateFault('damaged', cause)
  if (code === 'ERR_UPDATER_INVALID_SIGNATURE') return new UpdateFault('not-signed', cause)
  const status = statusCode ?? Number(/\bstatus (\d{3})\b/.exec(message)?.[1] ?? 0)
  if (status === 404 || status === 403) return new UpdateFault('nothing-there', cause)
  if (status >= 400) return new UpdateFault('server', cause)
  if (DISK.has(code)) return new UpdateFault('disk', cause)
  if (OFFLINE.test(code) || /net::ERR_|aborted|timed out/i.test(message))
    return new UpdateFault('offline', cause)
  return new UpdateFault('other', cause)
}

function asFields(cause: unknown): { code?: string; statusCode?: number; message: string } {
  if (!(cause instanceof Error)) return { message: String(cause) }
  const { code, statusCode } = cause as Error & { code?: unknown; statusCode?: unknown }
  return {
    message: cause.message,
    ...(typeof code === 'string' && { code }),
    ...(typeof statusCode === 'number' && { statusCode }),
  }
}
