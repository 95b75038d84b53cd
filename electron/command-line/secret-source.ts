import { readFileSync } from 'node:fs'
import { Refused } from './words.ts'

/** Where passwords come from: never from an argument, which every program on the machine may read. */
export interface SecretSource {
  environment: Readonly<Record<string, string | undefined>>
  /** All of standard input. */
  readInput(): Promise<string>
  /** Asks the person at the terminal, who does not see what is typed; null where nobody is there. */
  askSecretly: ((question: string) => Promise<string>) | null
}

/** A password that is one line, from the person who is there or else from standard input; null for an empty one. */
export async function readSecret(
  { readInput, askSecretly }: SecretSource,
  question: string,
): Promise<string | null> {
  const said = askSecretly ? await askSecretly(question) : await readInput()
  return said.replace(/\r?\n$/, '') || null
}

/** The first line of a file that only its owner should be able to read. @throws Refused for an empty one */
export function secretIn(file: string): string {
  const [line = ''] = readFileSync(file, 'utf8').split(/\r?\n/, 1)
  if (line === '') throw new Refused(`这个文件的第一行是空的：${file}`)
  return line
}
