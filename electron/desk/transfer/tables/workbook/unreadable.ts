/** A workbook that cannot be read, in words for a person. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly reason: string
  readonly advice: string

  constructor(reason: string, advice: string = SAVE_AGAIN) {
    super(reason)
    this.reason = reason
    this.advice = advice
  }
}

export const SAVE_AGAIN = '请用 Excel 或 WPS 打开它，另存为新的 xlsx 或 CSV 后再导入。'
export const DAMAGED = '工作簿的内容读不出来，文件可能已损坏'
