import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import type { IncomingMessage, RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../../../support/library.ts'
import { SELF_SIGNED } from '../../../support/servers/self-signed.ts'

const OPEN_STORE = path.resolve('electron/desk/channels/stores/open-store.ts')

/** A web server whose certificate only those trust who are told to; its origin, and what it was asked. */
async function webServer(answer: RequestListener) {
  const asked: IncomingMessage[] = []
  const server = createServer(SELF_SIGNED, (request, response) => {
    asked.push(request)
    answer(request, response)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  await once(server, 'listening')
  return { asked, origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** Reads files of a channel in a program of its own, which trusts that certificate: what each said, in order. */
async function readingFrom(url: string, user: string, secret: string | null, names: string[]) {
  const authority = path.join(temporaryFolder(), 'authority.pem')
  writeFileSync(authority, SELF_SIGNED.cert)
  const program = `
    import { openChannelStore } from ${JSON.stringify(pathToFileURL(OPEN_STORE).href)}
    const { url, user, secret, names } = JSON.parse(process.env.ASKED)
    const store = openChannelStore({ kind: 'https', url, user }, secret)
    const said = []
    for (const name of names)
      said.push(await store.read(name, { limit: 1000, signal: new AbortController().signal }).then(
        (file) => Buffer.from(file.bytes).toString(),
        ({ problem, message }) => problem + ': ' + message,
      ))
    console.log(JSON.stringify(said))
    process.exit()`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    env: {
      ...process.env,
      NODE_EXTRA_CA_CERTS: authority,
      ASKED: JSON.stringify({ url, user, secret, names }),
    },
  })
  return JSON.parse(stdout) as string[]
}

it('a channel on a web server is read with an account, whose password no other server gets', async () => {
  const cdn = await webServer((_, response) => response.end('an object'))
  const own = await webServer((request, response) => {
    if (request.headers.authorization !== `Basic ${Buffer.from('agents:p4ss 密').toString('base64')}`)
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="channel"' }).end('who is it?')
    else if (request.url === '/team/channel.json') response.end('the head')
    else response.writeHead(302, { Location: `${cdn.origin}/elsewhere` }).end()
  })
  const names = ['channel.json', 'objects/aa/one']
  const url = `${own.origin}/team/`
  expect(await readingFrom(url, 'agents', 'p4ss 密', names)).toEqual(['the head', 'an object'])
  expect(cdn.asked.map(({ url: at, headers }) => [at, headers.authorization])).toEqual([
    ['/elsewhere', undefined],
  ])
  const [wrong] = await readingFrom(url, 'agents', 'geheim', ['channel.json'])
  expect(wrong).toMatch(/^denied: .*不认这个账号或密码/)
  expect(wrong).not.toContain('geheim')
})
