/**
 * A text without halves of characters. The database writes each of those as U+FFFD, so that two names which differ
 * here would be one there.
 */
export const wellFormed = (text: string): string => text.toWellFormed()
