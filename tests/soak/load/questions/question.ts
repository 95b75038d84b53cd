/** Something that pages ask of a desk; `procedure` begins with the router's name for it. */
export interface Question {
  procedure: string
  calls: number
  /** Asks once and tells how long the answer took, in ms. */
  time(turn: number): Promise<number>
}

/** A question for which something is made ready before each turn, and put away after it; neither counts. */
export function prepared<Ready>(
  procedure: string,
  calls: number,
  steps: {
    ready(turn: number): Ready | Promise<Ready>
    ask(ready: Ready, turn: number): unknown
    after?(ready: Ready): unknown
  },
): Question {
  return {
    procedure,
    calls,
    async time(turn) {
      const ready = await steps.ready(turn)
      const startedAt = performance.now()
      await steps.ask(ready, turn)
      const took = performance.now() - startedAt
      await steps.after?.(ready)
      return took
    },
  }
}

export function asked(procedure: string, calls: number, ask: (turn: number) => unknown): Question {
  return prepared(procedure, calls, { ready: () => undefined, ask: (_, turn) => ask(turn) })
}
