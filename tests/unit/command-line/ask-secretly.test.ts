import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { askSecretly } from '../../../electron/command-line/ask-secretly.ts'

function terminal() {
  const input = Object.assign(new PassThrough(), { raw: [] as boolean[], setRawMode: (_: boolean) => {} })
  input.setRawMode = (isRaw) => void input.raw.push(isRaw)
  const output = new PassThrough()
  return { input, shown: () => (output.read() as Buffer | null)?.toString() ?? '', output }
}

it('shows the question and nothing of the answer, and leaves the terminal as it was', async () => {
  const { input, output, shown } = terminal()
  const answer = askSecretly('口令：', input, output)
  input.write('不打')
  // A character may come in two pieces, and an arrow key is none.
  const [first, ...rest] = Buffer.from('烊')
  input.write(Buffer.from([first ?? 0]))
  input.write(Buffer.from(rest))
  input.write('\u001b[A')
  input.write('x\u007f!\r')
  expect(await answer).toBe('不打烊!')
  expect(shown()).toBe('口令：\n')
  expect(input.raw).toEqual([true, false])
})

it('ends at Ctrl+C, and when the terminal goes', async () => {
  const first = terminal()
  const interrupted = askSecretly('口令：', first.input, first.output)
  first.input.write('geheim\u0003')
  await expect(interrupted).rejects.toThrow('没有输入')
  const second = terminal()
  const closed = askSecretly('口令：', second.input, second.output)
  second.input.end()
  await expect(closed).rejects.toThrow('没有输入')
  expect(second.input.raw).toEqual([true, false])
})
