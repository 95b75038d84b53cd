import type { Desk } from '../../../electron/desk/open-desk.ts'
import { groundOf } from './ground.ts'
import { allQuestions, forgotten } from './questions/all.ts'

export interface ProcedureTime {
  procedure: string
  calls: number
  p50Ms: number
  p95Ms: number
}

/**
 * Asks each procedure of the router, one question after the other, and tells how long answers took.
 *
 * @throws when the router has a procedure that is neither asked nor left out for a reason
 */
export async function timeProcedures(desk: Desk): Promise<ProcedureTime[]> {
  const questions = allQuestions(await groundOf(desk))
  const unknown = forgotten(questions)
  if (unknown.length > 0) throw new Error(`questions/ neither asks nor leaves out ${unknown.join(', ')}`)
  const times: ProcedureTime[] = []
  for (const { procedure, calls, time } of questions) {
    const samples: number[] = []
    for (let turn = 0; turn < calls; turn++) samples.push(await time(turn))
    samples.sort((one, other) => one - other)
    const at = (share: number) =>
      samples[Math.min(samples.length - 1, Math.floor(samples.length * share))] as number
    times.push({ procedure, calls, p50Ms: at(0.5), p95Ms: at(0.95) })
  }
  return times
}
