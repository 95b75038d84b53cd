/**
 * What `begin` takes of one core of the processor while it goes on, as a share of 1: user and system time of this process.
 *
 * @param begin begins it; the function that it returns ends it
 */
export async function shareOfCore(seconds: number, begin: () => () => void): Promise<number> {
  const end = begin()
  // What happens once, at the beginning, is not what it costs to go on.
  await sleep(2_000)
  const cpu = process.cpuUsage()
  const from = performance.now()
  await sleep(seconds * 1_000)
  const { user, system } = process.cpuUsage(cpu)
  const share = (user + system) / 1_000 / (performance.now() - from)
  end()
  return share
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
