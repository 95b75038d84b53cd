/**
 * A text without halves of characters. The database writes each of those as U+FFFD, so that two names which differ
 * here would be one there.
 */
export const wellFormed = (text: string): string => text.toWellFormed()

/** Marks that turn the direction of writing. Chinese needs none; `照片\u202egnp.exe` shows as `照片exe.png`. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const LINE_BREAKERS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu

/** A text that reads in the order in which it is written. Joined emoji stay joined. */
export const inReadingOrder = (text: string): string => text.replace(DIRECTION_MARKS, '')

/** A name as it is kept: well formed, on one line, in reading order. */
export const plainName = (text: string): string =>
  inReadingOrder(wellFormed(text)).replace(LINE_BREAKERS, ' ')
