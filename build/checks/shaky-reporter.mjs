/**
 * Ends Vitest's run with the tests that failed once and passed when tried again: each is a fault of its own, in the
 * test or in what it tests.
 */
export default class ShakyReporter {
  /** @param {readonly import('vitest/node').TestModule[]} modules */
  onTestRunEnd(modules) {
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        if (test.diagnostic()?.flaky)
          console.log(`Passed at the second try only: ${test.fullName} (${module.relativeModuleId})`)
      }
    }
  }
}
