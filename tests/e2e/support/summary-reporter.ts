import type { Reporter, TestCase } from '@playwright/test/reporter'

/** Ends the run with one plain line of counts, and names what was left out and why. */
export default class SummaryReporter implements Reporter {
  readonly #tests = new Set<TestCase>()

  onTestEnd(test: TestCase): void {
    this.#tests.add(test)
  }

  onEnd(): void {
    const outcomes = [...this.#tests].map((test) => ({ test, outcome: test.outcome() }))
    const count = (...wanted: string[]) => outcomes.filter(({ outcome }) => wanted.includes(outcome)).length
    for (const { test, outcome } of outcomes) {
      if (outcome === 'skipped')
        console.log(`skipped: ${test.titlePath().slice(2).join(' › ')}: ${reason(test)}`)
    }
    console.log(
      `${count('expected', 'flaky')} passed, ${count('unexpected')} failed, ${count('skipped')} skipped`,
    )
  }
}

function reason({ annotations }: TestCase): string {
  return annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given'
}
