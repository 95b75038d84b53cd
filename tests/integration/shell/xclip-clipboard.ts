import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { within } from './within.ts'

const MIME = /^[a-z]+\/[a-z0-9.+-]+$/i
/** A busy machine may take this long until the X server knows the new owner. */
const OWNED_LIMIT_MS = 5_000
/** An owner that hangs answers nobody; xclip would wait for good. */
const ANSWER_LIMIT_MS = 2_000

/**
 * The X clipboard in the shape of Electron's, through the program `xclip`. Writing takes one format, since xclip
 * offers one.
 */
export function xclipClipboard(env: NodeJS.ProcessEnv) {
  const read = (type: string): Buffer => {
    try {
      return execFileSync('xclip', ['-selection', 'clipboard', '-o', '-t', type], {
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: ANSWER_LIMIT_MS,
      })
    } catch {
      return Buffer.alloc(0)
    }
  }
  const write = async (type: string, bytes: Uint8Array): Promise<void> => {
    const xclip = spawn('xclip', ['-selection', 'clipboard', '-i', '-t', type], {
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    xclip.stdin.end(bytes)
    // It goes on as a child of its own that owns the selection, and the one we started ends.
    await once(xclip, 'exit')
    await owned(type, Buffer.from(bytes))
  }
  /** That child may not have told the X server yet; until then the owner before it, or nobody, answers. */
  const owned = (type: string, bytes: Buffer): Promise<unknown> =>
    within(OWNED_LIMIT_MS, () => read(type).equals(bytes) || null)
  return {
    async read() {
      const names = read('TARGETS').toString().split('\n').filter(Boolean)
      return names.length === 0 ? [] : [item(names, read)]
    },
    async write(items: { types: string[]; getType(type: string): Promise<unknown> }[]) {
      const type = items[0]?.types[0]
      if (!type || items.length > 1 || items[0]!.types.length > 1)
        throw new TypeError('xclip writes one format')
      await write(type, await bytesOf(await items[0]!.getType(type)))
    },
    readText: async () => read('UTF8_STRING').toString(),
    writeText: (text: string) => write('UTF8_STRING', Buffer.from(text)),
    clear: () => {
      execFileSync('xclip', ['-selection', 'clipboard', '-i', '/dev/null'], { env, stdio: 'ignore' })
    },
    /** What another program would get. */
    readFormat: (type: string): Buffer => read(type),
    copyFormat: write,
  }
}

/** One entry of the clipboard as Electron shows it: names that are no MIME types stand as raw formats. */
function item(names: string[], read: (type: string) => Buffer) {
  const byType = new Map(
    names.flatMap((name) => {
      if (name === 'UTF8_STRING') return [['text/plain', name]]
      return [[MIME.test(name) ? name : `electron application/osclipboard;format="${name}"`, name]]
    }) as [string, string][],
  )
  return {
    types: [...byType.keys()],
    getType: async (type: string) => new Blob([Uint8Array.from(read(byType.get(type) ?? type))]),
  }
}

/** Electron's ClipboardItem, as the shell constructs it. */
export class XclipItem {
  readonly #formats: Record<string, unknown>
  constructor(formats: Record<string, unknown>) {
    this.#formats = formats
  }
  get types(): string[] {
    return Object.keys(this.#formats)
  }
  async getType(type: string): Promise<unknown> {
    return this.#formats[type]
  }
}

async function bytesOf(payload: unknown): Promise<Uint8Array> {
  return payload instanceof Blob ? new Uint8Array(await payload.arrayBuffer()) : Buffer.from(String(payload))
}
