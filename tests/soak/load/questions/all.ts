import { appRouter } from '../../../../electron/rpc/router.ts'
import type { Ground } from '../ground.ts'
import { fileQuestions } from './files.ts'
import { libraryQuestions } from './library.ts'
import type { Question } from './question.ts'
import { shopQuestions } from './shop.ts'
import { teamQuestions } from './team.ts'

/** What is not measured, by the beginning of its name, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'app.events': 'a subscription: it never ends',
  'customers.startOver': 'deletes every buyer; the day that follows needs them',
  'channels.': 'waits for a store on another machine, which is as quick as it is; channels.list is measured',
}

/** Every question there is, in the order in which they are asked. */
export const allQuestions = (ground: Ground): Question[] => [
  ...libraryQuestions(ground),
  ...shopQuestions(ground),
  ...teamQuestions(ground),
  ...fileQuestions(ground),
]

/** The router's procedures that nobody asks and nothing says why; empty when all is well. */
export function forgotten(questions: readonly Question[]): string[] {
  const measured = new Set(questions.map(({ procedure }) => procedure.split(',')[0]))
  const isLeftOut = (name: string) => Object.keys(LEFT_OUT).some((beginning) => name.startsWith(beginning))
  return Object.keys(appRouter._def.procedures).filter((name) => !measured.has(name) && !isLeftOut(name))
}
