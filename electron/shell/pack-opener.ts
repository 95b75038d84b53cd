/** Opens the packs that the system hands to the program, as soon as it can. */
export interface PackOpener {
  open(file: string): void
  /** From now on, and for those that came before. */
  start(how: (file: string) => void): void
}

export function createPackOpener(): PackOpener {
  let opens: ((file: string) => void) | null = null
  const waiting: string[] = []
  return {
    open(file) {
      if (opens) opens(file)
      else waiting.push(file)
    },
    start(how) {
      opens = how
      for (const file of waiting.splice(0)) how(file)
    },
  }
}
