import { text } from 'node:stream/consumers'
import { PACK_LIMITS } from '../shared/model/pack.ts'
import { askSecretly } from './command-line/ask-secretly.ts'
import { runCommandLine } from './command-line/run.ts'
import { readAtMost } from './command-line/standard-streams.ts'

// A reader that has seen enough (`… list | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`没有写完：${error.message}\n`)
  process.exit(error.code === 'EPIPE' ? 0 : 2)
})

// Nobody is left to be told.
process.stderr.on('error', () => {})

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (line) => process.stdout.write(line),
  error: (line) => process.stderr.write(line),
  readInput: () => text(process.stdin),
  streams: {
    read: () => readAtMost(process.stdin, PACK_LIMITS.fileBytes),
    write: (bytes) => process.stdout.write(bytes),
  },
  // On standard error: what a script reads from standard output has no question in it.
  ...(process.stdin.isTTY && {
    askSecretly: (question: string) => askSecretly(question, process.stdin, process.stderr),
  }),
})
