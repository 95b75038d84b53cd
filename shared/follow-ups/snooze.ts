import { addDays, chinaDay, chinaTime } from '../model/china-time.ts'
import type { Snooze } from '../model/follow-up.ts'

export const SNOOZE_NAMES: Record<Snooze, string> = {
  'ten-minutes': '10 分钟后',
  'one-hour': '1 小时后',
  tomorrow: '明天 10:00',
}

const MINUTE_MS = 60_000
const MORNING = 10 * 60

/** Until when a wish puts something off, ms since 1970: from now on, not from when it was due. */
export function snoozedUntil(snooze: Snooze, now: number): number {
  switch (snooze) {
    case 'ten-minutes':
      return now + 10 * MINUTE_MS
    case 'one-hour':
      return now + 60 * MINUTE_MS
    case 'tomorrow':
      return chinaTime(addDays(chinaDay(now), 1), MORNING)
  }
}
