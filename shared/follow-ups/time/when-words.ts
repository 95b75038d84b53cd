import { addDays, chinaMoment, spokenDate, spokenWeekday } from '../../model/china-time.ts'

const MINUTE_MS = 60_000

/** `今天 14:30`, `明天 10:00`, `11月25日 周三 10:00`: how an agent says the moment `at`, both ms since 1970. */
export function whenWords(at: number, now: number): string {
  const { day, time } = chinaMoment(at)
  return `${dayWords(day, chinaMoment(now).day)} ${time}`
}

/** `11月25日 周三 10:00`: the moment `at` for readers whose today is another one than `now`'s. Both ms since 1970. */
export function dateWords(at: number, now: number): string {
  const { day, time } = chinaMoment(at)
  return `${spokenDate(day, chinaMoment(now).day)} ${spokenWeekday(day)} ${time}`
}

/** `今天`, `明天`, `后天`, `昨天`, else `11月25日 周三`. */
export function dayWords(day: string, today: string): string {
  const near = [
    ['今天', 0],
    ['明天', 1],
    ['后天', 2],
    ['昨天', -1],
  ] as const
  const [name] = near.find(([, distance]) => addDays(today, distance) === day) ?? []
  return name ?? `${spokenDate(day, today)} ${spokenWeekday(day)}`
}

/** `25 分钟后`, `3 小时后`, `2 天后`, or `25 分钟前` for what has passed. */
export function distanceWords(at: number, now: number): string {
  const minutes = Math.round(Math.abs(at - now) / MINUTE_MS)
  if (minutes === 0) return '现在'
  const [count, unit] =
    minutes < 60
      ? [minutes, '分钟']
      : minutes < 24 * 60
        ? [Math.round(minutes / 60), '小时']
        : [Math.round(minutes / (24 * 60)), '天']
  return `${count} ${unit}${at < now ? '前' : '后'}`
}
