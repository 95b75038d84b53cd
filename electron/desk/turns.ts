/** Does `work` when whatever was asked before about the same thing has ended, well or not. */
export type InTurn = <Result>(about: string, work: () => Promise<Result>) => Promise<Result>

export function createTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return (about, work) => {
    const before = last.get(about) ?? Promise.resolve()
    const turn = before.then(work, work)
    const ended = turn.catch(() => undefined)
    last.set(about, ended)
    void ended.then(() => last.get(about) === ended && last.delete(about))
    return turn
  }
}
