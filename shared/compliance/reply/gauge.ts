import type { Step } from '../../model/steps.ts'

/** A reply's length beside the message it answers (问答对等), in characters as people count them. */
export interface ReplyGauge {
  replyLength: number
  messageLength: number
  isShort: boolean
  /** What to tell the agent; null when the reply is long enough. */
  advice: string | null
}

const GREETING_LINES = 3
const NOT_COUNTED = /[\s\p{Cf}\p{M}]/gu

/** A reply is to be no shorter than the question: who asks at length wants more than 好的. */
export function gaugeReply(reply: string, message: string): ReplyGauge {
  const replyLength = charactersIn(reply)
  const messageLength = charactersIn(message)
  const isShort = replyLength < messageLength
  const advice = `买家写了 ${messageLength} 个字，回复只有 ${replyLength} 个字，再多说一句会更用心`
  return { replyLength, messageLength, isShort, advice: isShort ? advice : null }
}

/** What to tell the author of a greeting of more than three lines; null for any other text. */
export function greetingAdvice(text: string, step: Step): string | null {
  if (step !== 'greet') return null
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '').length
  if (lines <= GREETING_LINES) return null
  return `问候有 ${lines} 行，买家要翻看；两三行就够：店名、花名、一句欢迎`
}

/** Emoji of several code points count for more than one here; nobody's reply hangs on that. */
function charactersIn(text: string): number {
  return [...text.replace(NOT_COUNTED, '')].length
}
