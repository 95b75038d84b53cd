const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000

/** The calendar day at the shop, `YYYY-MM-DD`, whatever the machine's time zone. China has had no summer time since 1991. */
export function chinaDay(atMs: number): string {
  return new Date(atMs + CHINA_OFFSET_MS).toISOString().slice(0, 10)
}
