import { chinaMoment } from '../../../../shared/model/china-time.ts'

/** e.g. `2026-11-21 09:30`, China time. */
export function momentWords(at: number): string {
  const { day, time } = chinaMoment(at)
  return `${day} ${time}`
}

/** e.g. `1.4 MB` */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`
}
