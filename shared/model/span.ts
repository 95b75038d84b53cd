/** Half-open range `[start, end)` of UTF-16 code units in an original text. */
export interface Span {
  start: number
  end: number
}
