import { summarise } from './measures.ts'

/** What the trace of one paste says, in ms. */
export interface KeysSent {
  /** From Enter going down to the paste keys being sent. */
  totalMs: number
  /** Of it: what passed in the paste service. */
  serviceMs: number
  /** What each stage took by itself, in order. */
  stages: readonly { name: string; tookMs: number }[]
}

/**
 * @param pressedAt ms since 1970
 * @param line one line of `pasteTraceText` (electron/rpc/paste-trace-text.ts)
 */
export function keysSentAfter(pressedAt: number, line: string): KeysSent {
  const askedAt = Date.parse(line.split(' ')[0] ?? '')
  const done = [...line.matchAll(/([^\s：]+) (\d+(?:\.\d+)?)(?= →|（)/g)].map(([, name = '', atMs]) => ({
    name,
    atMs: Number(atMs),
  }))
  const sent = done.findIndex(({ name }) => name === '发出按键')
  const serviceMs = done[sent]?.atMs
  if (Number.isNaN(askedAt) || serviceMs === undefined) throw new Error(`no trace of a paste: ${line}`)
  const stages = done
    .slice(0, sent + 1)
    .map(({ name, atMs }, index) => ({ name, tookMs: atMs - (done[index - 1]?.atMs ?? 0) }))
  return { totalMs: askedAt + serviceMs - pressedAt, serviceMs, stages }
}

/** The median of each stage, in one line. */
export function stagesOf(pastes: readonly KeysSent[]): string {
  const names = pastes[0]?.stages.map(({ name }) => name) ?? []
  return names
    .map((name) => {
      const took = pastes.flatMap(({ stages }) => stages.filter((stage) => stage.name === name))
      return `${name} ${summarise(took.map(({ tookMs }) => tookMs)).p50.toFixed(1)}`
    })
    .join(' → ')
}
