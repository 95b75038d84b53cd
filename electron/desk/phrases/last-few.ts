/** The last few answers, by what was asked; the one that was made first is forgotten first. */
export interface LastFew<Answer> {
  /** What is known, else what `make` gives. */
  get(question: string, make: () => Answer): Answer
  forget(question: string): void
}

export function lastFew<Answer>(count: number): LastFew<Answer> {
  const known = new Map<string, Answer>()
  return {
    get(question, make) {
      const answer = known.get(question)
      if (answer !== undefined) return answer
      const made = make()
      known.set(question, made)
      for (const oldest of known.keys()) {
        if (known.size <= count) break
        known.delete(oldest)
      }
      return made
    },
    forget(question) {
      known.delete(question)
    },
  }
}
