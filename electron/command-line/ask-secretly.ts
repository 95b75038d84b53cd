import type { Readable, Writable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { Refused } from './words.ts'

/** A terminal's input; `setRawMode` keeps it from showing what is typed. */
export interface TerminalInput extends Readable {
  setRawMode(isRaw: boolean): unknown
}

const CTRL_D = '\u0004'
const ENTER = new Set(['\r', '\n', CTRL_D])
const BACKSPACE = new Set(['\b', '\u007f'])
const CTRL_C = '\u0003'
/** What moves the cursor or is no character at all. */
const CONTROL = /\p{Cc}/u

/**
 * Asks a question at a terminal and shows nothing of the answer.
 *
 * @returns what was typed until Enter
 * @throws Refused at Ctrl+C, and when the terminal is closed
 */
export function askSecretly(question: string, input: TerminalInput, output: Writable): Promise<string> {
  const decoder = new StringDecoder('utf8')
  let typed: string[] = []
  return new Promise((resolve, reject) => {
    const end = (how: () => void) => {
      input.off('data', onData)
      input.off('end', onEnd)
      input.setRawMode(false)
      input.pause()
      output.write('\n')
      how()
    }
    const onEnd = () => end(() => reject(new Refused('没有输入，停下了')))
    const onData = (piece: Buffer | string) => {
      const text = typeof piece === 'string' ? piece : decoder.write(piece)
      // Arrow keys and their like come as a sequence of their own.
      if (text.startsWith('\u001b')) return
      for (const character of text) {
        if (character === CTRL_C) return onEnd()
        if (ENTER.has(character)) return end(() => resolve(typed.join('')))
        if (BACKSPACE.has(character)) typed = typed.slice(0, -1)
        else if (!CONTROL.test(character)) typed.push(character)
      }
    }
    output.write(question)
    input.setRawMode(true)
    input.on('data', onData)
    input.once('end', onEnd)
    input.resume()
  })
}
