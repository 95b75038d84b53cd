/**
 * Several texts in one cell, in lines that people can edit: before each text a line that `marks` knows, or between two of
 * them. A line of a text that reads like such a line gets a backslash, and one that has backslashes before it one more.
 */
export function escaped(text: string, marks: RegExp): string {
  return eachLine(text, (line) => (marks.test(bare(line)) ? `\\${line}` : line))
}

/** The text that was `escaped`. */
export function unescaped(text: string, marks: RegExp): string {
  return eachLine(text, (line) => (line.startsWith('\\') && marks.test(bare(line)) ? line.slice(1) : line))
}

const eachLine = (text: string, change: (line: string) => string): string =>
  text.split('\n').map(change).join('\n')

const bare = (line: string): string => line.replace(/^\\+/, '').trim()

/** A text without what a spreadsheet does to its ends and the ends of its lines. */
export const plainText = (text: string): string => text.replace(/\r\n?/g, '\n').trim()
