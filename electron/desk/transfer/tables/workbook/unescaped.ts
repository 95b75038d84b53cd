/**
 * Undoes how workbooks write characters that XML has no place for.
 *
 * Source: ECMA-376, part 1, 22.9.2.19 (ST_Xstring).
 */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([\da-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}
