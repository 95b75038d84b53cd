import type { Notification } from 'electron'

const HELD_AT_MOST = 20

/**
 * Keeps notifications that were shown: one that nobody holds is collected, and its click is heard by nobody.
 *
 * @returns takes hold of a notification until it is closed, or until many others came after it
 */
export function holdNotices(): (notice: Notification) => void {
  const held = new Set<Notification>()
  return (notice) => {
    held.add(notice)
    const [oldest] = held
    if (held.size > HELD_AT_MOST && oldest) held.delete(oldest)
    notice.on('close', () => held.delete(notice))
  }
}
