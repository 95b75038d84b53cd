import { z } from 'zod'

/** Address of a folder that a web server hands out, e.g. `https://updates.example.cn/golden-six/`. */
export const UpdateServer = z
  .url({ protocol: /^https?$/, error: '请填写以 https:// 或 http:// 开头的地址', abort: true })
  .max(300, '地址太长')
  .refine((address) => {
    const { username, password, search, hash } = new URL(address)
    return !username && !password && !search && !hash
  }, '地址里不能带账号、密码或参数')
  .transform((address) => (address.endsWith('/') ? address : `${address}/`))

/** What this person chose; a company's policy stands above it. */
export const UpdateSettings = z.object({
  /** Null for the one that the program was built with. */
  server: UpdateServer.nullable(),
  /** Whether it looks for updates by itself. */
  isAutomatic: z.boolean(),
})
export type UpdateSettings = z.infer<typeof UpdateSettings>

/** Who has decided: `company` by a group policy or a file for all users of the machine, `environment` by its variables. */
export type DecidedBy = 'company' | 'environment' | 'person' | 'build'

export interface UpdatePolicy {
  /** Null when nobody named any. */
  server: { address: string; by: DecidedBy } | null
  /** `off`: not even when asked to, because the company says so. */
  checks: 'automatic' | 'when-asked' | 'off'
  checksBy: DecidedBy
}

export type UpdateFailure =
  /** No answer: no network, no such server, too slow. */
  | 'offline'
  /** The server answered, and has no releases at that address. */
  | 'nothing-there'
  | 'server'
  /** Not signed by the key that this program trusts. */
  | 'not-signed'
  /** What arrived is not what was signed. */
  | 'damaged'
  | 'disk'
  | 'other'

export type UpdateProgress =
  | { status: 'never-checked' }
  | { status: 'checking' }
  | { status: 'current' }
  /** `percent`: 0 to 100, whole. */
  | { status: 'downloading'; version: string; percent: number }
  /** Installed when the program ends, or when nobody is there. `isPostponed`: the person wants to hear no more of it until then. */
  | { status: 'ready'; version: string; isPostponed: boolean }
  /** There is a newer version, which this way of installing cannot put in place by itself. */
  | { status: 'by-hand'; version: string }
  | { status: 'failed'; why: UpdateFailure }

/** An update whose installation was begun, and which is still not what runs. */
export interface NotInstalled {
  version: string
  /** Whether the program tries once more by itself. */
  isTriedAgain: boolean
}

export type UpdateState =
  | { status: 'unavailable'; reason: string }
  | {
      status: 'available'
      policy: UpdatePolicy
      progress: UpdateProgress
      /** When the server last answered, ms since 1970. */
      checkedAt: number | null
      /** Before this start. */
      notInstalled: NotInstalled | null
    }

export type RestartAnswer = { status: 'restarting' } | { status: 'refused'; reason: string }
