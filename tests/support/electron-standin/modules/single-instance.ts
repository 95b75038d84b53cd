import {
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

export interface SecondInstance {
  argv: string[]
  workingDirectory: string
  additionalData: unknown
}

const messagePrefix = 'StandinSecondInstance-'
let lock: string | undefined

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/**
 * Takes the lock of this data folder: a link whose target is the owner's process id, made in one step.
 * When another living process has it, hands over our arguments and returns false.
 */
export function takeLock(
  dataFolder: string,
  additionalData: unknown,
  onSecond: (second: SecondInstance) => void,
): boolean {
  if (lock) return true
  mkdirSync(dataFolder, { recursive: true })
  const link = path.join(dataFolder, 'StandinSingletonLock')
  for (;;) {
    try {
      symlinkSync(String(process.pid), link)
      break
    } catch {
      const owner = Number(readOwner(link))
      if (owner && isAlive(owner)) {
        tell(dataFolder, { argv: process.argv, workingDirectory: process.cwd(), additionalData })
        return false
      }
      // Left behind by a process that was killed.
      rmSync(link, { force: true })
    }
  }
  lock = link
  const watcher = watch(dataFolder, (_event, name) => {
    if (!name?.startsWith(messagePrefix)) return
    const second = receive(path.join(dataFolder, name))
    if (second) onSecond(second)
  })
  watcher.unref()
  return true
}

function readOwner(link: string): string {
  try {
    return readlinkSync(link)
  } catch {
    return ''
  }
}

function tell(dataFolder: string, second: SecondInstance): void {
  const draft = path.join(dataFolder, `.${messagePrefix}${process.pid}`)
  writeFileSync(draft, JSON.stringify(second))
  // Renamed when complete, so that the owner never reads half a message.
  renameSync(draft, path.join(dataFolder, `${messagePrefix}${process.pid}`))
}

function receive(file: string): SecondInstance | undefined {
  try {
    const second = JSON.parse(readFileSync(file, 'utf8')) as SecondInstance
    rmSync(file, { force: true })
    return second
  } catch {
    // The watcher tells of the removal too.
    return undefined
  }
}

export function hasLock(): boolean {
  return lock !== undefined
}

export function releaseLock(): void {
  if (lock) rmSync(lock, { force: true })
  lock = undefined
}
