import type {
  RestartAnswer,
  UpdatePolicy,
  UpdateProgress,
  UpdateState,
} from '../../../shared/model/updates.ts'
import { type Attempts, isNewer } from './attempts.ts'
import { nextCheckIn } from './check-times.ts'
import type { UpdateEngine } from './update-engine.ts'
import { faultOf } from './update-fault.ts'
import { nextProgress, type UpdateEvent } from './update-progress.ts'

export interface Updates {
  state(): UpdateState
  /** The version that is ready and not put off; null for none. */
  waiting(): string | null
  /** Asks the server now; what it has is fetched in the background. Resolves when the server has answered or failed. */
  check(): Promise<UpdateState>
  /** Says no more of an update that is ready; it is installed when the program ends. */
  postpone(): void
  /** Ends the program, and begins the new one. */
  restart(): RestartAnswer
  /** Checks from time to time, if that is wished for. */
  begin(): void
  /**
   * The last step of ending: begins the installation of what is ready; true where it does. What is installed is started when
   * the person asked for that, or `isWantedAgain` says so by then.
   */
  finish(isWantedAgain?: () => boolean): Promise<boolean>
}

interface UpdateParts {
  /** Why updates cannot be had here at all; null when they can. */
  impediment: string | null
  policy(): UpdatePolicy | 'unreadable'
  /** Whether this way of installing can put a newer version in place. */
  canInstall: boolean
  /** A fresh round with a server; electron-updater is loaded by it. */
  newEngine(address: string): Promise<UpdateEngine>
  /** What the program is in the middle of, for the person; null for nothing. */
  inUse(): string | null
  /** Whether nobody would notice that the program ends and begins again. */
  isNobodyThere(): boolean
  attempts: Attempts
  /** Ends the program in order; `finish` comes last. */
  quit(): void
  onChange(): void
  clock: UpdateClock
}

export interface UpdateClock {
  now(): number
  random(): number
  /** Returns what calls it off. Keeps no program from ending. */
  after(ms: number, act: () => void): () => void
}

export const systemUpdateClock: UpdateClock = {
  now: Date.now,
  random: Math.random,
  after(ms, act) {
    const timer = setTimeout(act, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

const UNREADABLE = '公司为这台电脑定的设置读不懂，所以不检查更新。请联系管理员'

const QUIET_LOOK_MS = 60_000
/** Whoever ends the program waits for the answer. */
const LAST_QUESTION_MS = 3_000

/** Updates of the program: looked for in the background, installed when it ends or nobody is there, never while it is used. */
export function createUpdates(parts: UpdateParts): Updates {
  const { clock, attempts } = parts
  let progress: UpdateProgress = { status: 'never-checked' }
  let checkedAt: number | null = null
  /** The round whose update is ready. */
  let ready: UpdateEngine | null = null
  let asking: Promise<void> | null = null
  let isDownloading = false
  let restarts = false
  let callOff = () => {}
  let stopWaiting = () => {}

  function happened(event: UpdateEvent): void {
    progress = nextProgress(progress, event)
    parts.onChange()
  }

  async function ask(address: string): Promise<void> {
    happened({ kind: 'asked' })
    try {
      const engine = await parts.newEngine(address)
      const offered = await engine.check()
      checkedAt = clock.now()
      const version = offered ?? whatStaysReady(engine)
      happened({ kind: 'answered', version, canInstall: parts.canInstall })
      if (progress.status === 'downloading') void download(engine)
    } catch (cause) {
      happened({ kind: 'failed', why: faultOf(cause).why })
    }
  }

  /** What was offered to this machine stays offered while another share of them tries a newer release. */
  function whatStaysReady(asked: UpdateEngine): string | null {
    return progress.status === 'ready' && !takesBack(asked, progress.version) ? progress.version : null
  }

  async function download(engine: UpdateEngine): Promise<void> {
    isDownloading = true
    let percent = -1
    try {
      await engine.download((received) => {
        // Hundreds of times a second; a person sees whole per cents.
        if (Math.floor(received) <= percent) return
        percent = Math.floor(received)
        happened({ kind: 'received', percent })
      })
      ready = engine
      if (progress.status === 'downloading') attempts.fetched(progress.version)
      happened({ kind: 'downloaded' })
      waitForQuiet()
    } catch (cause) {
      happened({ kind: 'failed', why: faultOf(cause).why })
    } finally {
      isDownloading = false
    }
  }

  /** A download that is under way is the answer; asked twice at once, the server is asked once. */
  function checkNow(): Promise<void> {
    const policy = parts.policy()
    const isPossible = parts.impediment === null && policy !== 'unreadable'
    if (!isPossible || policy.server === null || policy.checks === 'off' || isDownloading)
      return Promise.resolve()
    asking ??= ask(policy.server.address).finally(() => {
      asking = null
    })
    return asking
  }

  function plan(after: Parameters<typeof nextCheckIn>[0]): void {
    callOff = clock.after(nextCheckIn(after, clock.random()), () => void checkInBackground())
  }

  async function checkInBackground(): Promise<void> {
    const policy = parts.policy()
    if (policy !== 'unreadable' && policy.checks === 'automatic') await checkNow()
    plan(progress.status === 'failed' ? 'failure' : 'answer')
  }

  function state(): UpdateState {
    if (parts.impediment !== null) return { status: 'unavailable', reason: parts.impediment }
    const policy = parts.policy()
    if (policy === 'unreadable') return { status: 'unavailable', reason: UNREADABLE }
    return { status: 'available', policy, progress, checkedAt, notInstalled: attempts.notInstalled }
  }

  /** Called off by the company since it was fetched, it is not installed. */
  function mayInstall(): boolean {
    const policy = parts.policy()
    return policy !== 'unreadable' && policy.checks !== 'off'
  }

  /** Where computers are shut down with the program running, its end is none that could install anything. */
  function waitForQuiet(): void {
    stopWaiting()
    stopWaiting = clock.after(QUIET_LOOK_MS, () => void lookForQuiet())
  }

  /** The server is asked before the program ends: where it has taken the release back, the program stays as it is. */
  async function lookForQuiet(): Promise<void> {
    if (mayInstallByItself()) {
      await checkNow()
      if (mayInstallByItself()) return endForUpdate()
    }
    if (progress.status === 'ready') waitForQuiet()
  }

  function mayInstallByItself(): boolean {
    if (progress.status !== 'ready' || progress.isPostponed) return false
    const policy = parts.policy()
    const isWished = policy !== 'unreadable' && policy.checks === 'automatic'
    const isQuiet = parts.inUse() === null && parts.isNobodyThere()
    return isWished && isQuiet && attempts.isOverdue(progress.version)
  }

  /** Asked once more, since its makers may have taken it back in the last hours. A server that says nothing has not. */
  async function isStillOffered(version: string): Promise<boolean> {
    const policy = parts.policy()
    if (policy === 'unreadable' || policy.server === null) return true
    const { address } = policy.server
    const answer = parts.newEngine(address).then(async (engine) => {
      await engine.check()
      return !takesBack(engine, version)
    })
    const silence = new Promise<true>((resolve) => clock.after(LAST_QUESTION_MS, () => resolve(true)))
    return Promise.race([answer.catch(() => true), silence])
  }

  function endForUpdate(): void {
    restarts = true
    parts.quit()
  }

  return {
    state,
    waiting: () => (progress.status === 'ready' && !progress.isPostponed ? progress.version : null),
    async check() {
      await checkNow()
      return state()
    },
    postpone: () => happened({ kind: 'postponed' }),
    restart() {
      if (progress.status !== 'ready') return { status: 'refused', reason: '还没有可以安装的更新' }
      if (!mayInstall()) return { status: 'refused', reason: '公司已经关闭了更新' }
      const busyWith = parts.inUse()
      if (busyWith !== null) return { status: 'refused', reason: busyWith }
      endForUpdate()
      return { status: 'restarting' }
    },
    begin() {
      if (parts.impediment === null) plan('start')
    },
    async finish(isWantedAgain = () => false) {
      callOff()
      stopWaiting()
      if (progress.status !== 'ready' || ready === null || !mayInstall()) return false
      if (!restarts && attempts.isGivenUp(progress.version)) return false
      // Who has asked for the newer version is not left without any; where nobody was there, the server has just been asked.
      if (!restarts && !(await isStillOffered(progress.version))) return false
      attempts.begins(progress.version)
      try {
        await ready.install({ restarts: restarts || isWantedAgain() })
        return true
      } catch (cause) {
        happened({ kind: 'spoilt' })
        throw cause
      }
    },
  }
}

/** Whether the server's list goes back before `version`; one that goes on to a newer version takes nothing back. */
function takesBack(asked: UpdateEngine, version: string): boolean {
  const listed = asked.listed()
  return listed !== null && isNewer(version, listed)
}
