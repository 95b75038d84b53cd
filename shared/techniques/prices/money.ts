/** The largest amount the model holds, in fen; anything above it is a slip of the keyboard. */
const LARGEST_FEN = 10_000_000_00

/** Yuan as people write it in a chat: `3`, `12.5`, `0.75`. No unit, no trailing zeros. */
export function formatYuan(fen: number): string {
  const sign = fen < 0 ? '-' : ''
  const whole = Math.abs(Math.round(fen))
  const cents = String(whole % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${sign}${Math.floor(whole / 100)}${cents && `.${cents}`}`
}

/**
 * An amount a person typed, in yuan (`184`, `¥1,184.50`, `184 元`), as fen.
 * Null when it is not an amount: two decimals at most, nothing negative, nothing above ten million yuan.
 */
export function parseYuan(typed: string): number | null {
  const halfWidth = typed.normalize('NFKC').replace(/[\s,]/g, '')
  const digits = /^\u00a5?(\d{1,8})(?:\.(\d{1,2}))?(?:元|块|块钱|rmb)?$/i.exec(halfWidth)
  if (!digits) return null
  const fen = Number(digits[1]) * 100 + Number((digits[2] ?? '').padEnd(2, '0'))
  return fen <= LARGEST_FEN ? fen : null
}

/** Yuan as a number, e.g. the result of arithmetic in a script, as fen; halves go up. */
export function yuanToFen(yuan: number): number {
  return Math.round(Number((yuan * 100).toFixed(4)))
}
