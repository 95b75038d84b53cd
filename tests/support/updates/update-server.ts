import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { stringify } from 'yaml'
import { newPublisherKey, type PublisherKey, signBytes } from '../../../electron/desk/packs/signing.ts'
import { signedBytes } from '../../../electron/shell/updates/release-file.ts'

export interface Offer {
  version: string
  /** What lies there under the installer's name. */
  installer?: Buffer
  /** What the list says that it is; the truth when left out. */
  sha512?: string
  stagingPercentage?: number
  /** Null: no signature lies there. */
  signedBy?: PublisherKey | null
}

export const sha512 = (bytes: Buffer): string => createHash('sha512').update(bytes).digest('base64')

export const INSTALLER = Buffer.from('a newer program '.repeat(20_000))

/** A web server with a folder of releases, as a company would have one. Asked for by its path only. */
export class UpdateServer {
  readonly key = newPublisherKey()
  /** Paths that were asked for, in order, without what comes after `?`. */
  readonly asked: string[] = []
  readonly #files = new Map<string, Buffer>()
  /** In place of the files, as long as there is one. */
  answer: ((request: IncomingMessage, response: ServerResponse) => void) | null = null
  readonly #server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://here').pathname
    this.asked.push(path)
    if (this.answer) return this.answer(request, response)
    const content = this.#files.get(path)
    response.writeHead(content ? 200 : 404, { 'content-length': content?.length ?? 0 })
    response.end(content)
  })

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return this.address
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/golden-six/`
  }

  put(name: string, content: Buffer | string): void {
    this.#files.set(`/golden-six/${name}`, Buffer.from(content))
  }

  /** Puts the list, its signature and the installers there, as docs/releasing.md says. */
  offer({ version, installer = INSTALLER, signedBy = this.key, ...said }: Offer): void {
    const list = `latest${process.platform === 'linux' ? '-linux' : ''}.yml`
    const names = [`golden-six-${version}-x64-setup.exe`, `golden-six-${version}-x64.AppImage`]
    const files = names.map((url) => ({
      url,
      sha512: said.sha512 ?? sha512(installer),
      size: installer.length,
    }))
    const { stagingPercentage } = said
    const text = stringify({ version, files, ...(stagingPercentage !== undefined && { stagingPercentage }) })
    this.#files.clear()
    this.put(list, text)
    if (signedBy)
      this.put(`${list}.sig`, signBytes('update', signedBytes(list, text), signedBy).toString('base64'))
    for (const name of names) this.put(name, installer)
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
