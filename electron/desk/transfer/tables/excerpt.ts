const EXCERPT_LENGTH = 40

/** The beginning of a cell or row, on one line; the text may be as long as the file. */
export function excerptOf(text: string): string {
  return cut(
    text
      .slice(0, EXCERPT_LENGTH * 10)
      .replace(/\s+/g, ' ')
      .replaceAll('\0', '␀')
      .trim(),
    EXCERPT_LENGTH,
  )
}

/** At most so many characters, with an ellipsis where something was left out. */
export function cut(text: string, length: number): string {
  const characters = [...text]
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : text
}
