/** Fen as a price tag: ¥270, ¥12.5. */
export function yuan(fen: number): string {
  return `¥${fen / 100}`
}
