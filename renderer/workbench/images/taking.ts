const underWay = new Set<Promise<boolean>>()

/** Notes an image that is on its way into the library; `isTaken` resolves to whether it got there, and never rejects. */
export function noteTaking(isTaken: Promise<boolean>): void {
  underWay.add(isTaken)
  void isTaken.then(() => underWay.delete(isTaken))
}

/**
 * Waits until no image is on its way, so that a form that is saved holds all that was put into it.
 *
 * @returns false when one could not be taken meanwhile, which its field then says
 */
export async function allImagesTaken(): Promise<boolean> {
  let isEveryOne = true
  while (underWay.size > 0) {
    const taken = await Promise.all(underWay)
    isEveryOne &&= taken.every(Boolean)
  }
  return isEveryOne
}
