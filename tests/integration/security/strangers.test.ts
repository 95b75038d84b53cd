import { once } from 'node:events'
import net from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openPage, openTestHost } from '../browser-host/open-host.ts'

// Host names, origins, cookies, tickets and broken frames stand in tests/integration/browser-host.

/** What comes back for bytes that no HTTP client would send; empty when the connection is just closed. */
function sendRaw(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.setEncoding('latin1').on('data', (text) => {
      answer += text
    })
    socket.on('error', () => undefined).on('close', () => resolve(answer))
  })
}

describe('a program on the same machine', () => {
  it('that guesses tickets and cookies gets nowhere, and keeps nobody else out', async () => {
    const { ask, enter, origin } = await openTestHost()
    const name = `golden_six_${new URL(origin).port}`
    const guesses = Array.from({ length: 500 }, (_, index) =>
      Buffer.from(`${index}`.repeat(32)).toString('base64url'),
    )
    const answers = await Promise.all(
      guesses.map((guess, index) =>
        index % 2
          ? ask(`/?ticket=${guess.slice(0, 43)}`)
          : ask('/', { cookie: `${name}=${guess.slice(0, 43)}` }),
      ),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 403]))
    expect(answers.some(({ headers }) => headers['set-cookie'])).toBe(false)
    expect((await ask('/', await enter())).status).toBe(200)
  })

  it('that holds hundreds of connections open, a few bytes sent on each, keeps nobody out', async () => {
    const { ask, enter, origin } = await openTestHost()
    const idle = Array.from({ length: 400 }, () => net.connect(Number(new URL(origin).port), '127.0.0.1'))
    onTestFinished(() => {
      for (const socket of idle) socket.destroy()
    })
    await Promise.all(idle.map((socket) => once(socket, 'connect')))
    for (const socket of idle) socket.on('error', () => undefined).write('GET / HTTP/1.1\r\nHost: x')
    expect((await ask('/', await enter())).status).toBe(200)
  })

  it('reaches the host on loopback only', async () => {
    const { host, origin } = await openTestHost()
    expect(new URL(host.entry).hostname).toBe('127.0.0.1')
    const { networkInterfaces } = await import('node:os')
    const outward = Object.values(networkInterfaces())
      .flat()
      .find((one) => one && !one.internal && one.family === 'IPv4')
    if (!outward) return
    const refused = new Promise<string>((resolve) => {
      const socket = net.connect(Number(new URL(origin).port), outward.address, () => resolve('connected'))
      socket.on('error', ({ message }) => resolve(message)).setTimeout(3_000, () => resolve('no answer'))
    })
    expect(await refused).not.toBe('connected')
  })

  it.each([
    ['no HTTP at all', Buffer.from([0, 1, 2, 3, 255, 13, 10, 13, 10])],
    ['headers without end', `GET / HTTP/1.1\r\nX: ${'x'.repeat(64_000)}\r\n\r\n`],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    [
      'two lengths of two kinds',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'an upgrade to nothing',
      'GET /rpc HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: nothing\r\n\r\n',
    ],
    [
      'a whole address',
      'GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    ],
  ])('that sends %s is refused, and the host goes on', async (_what, bytes) => {
    const { ask, enter, origin } = await openTestHost()
    const answer = await sendRaw(Number(new URL(origin).port), bytes)
    expect(answer).not.toMatch(/^HTTP\/1\.1 (1|2|3)/)
    expect((await ask('/', await enter())).status).toBe(200)
  })
})

describe('a page of another site in the same browser', () => {
  const forms = { 'content-type': 'application/x-www-form-urlencoded' }

  it('changes nothing by a form, an image or a script, even with the cookie', async () => {
    const { ask, enter, desk } = await openTestHost()
    const admitted = await enter()
    const draft = encodeURIComponent(JSON.stringify({ title: 'x', body: 'x' }))
    const elsewhere = { origin: 'https://evil.example', ...admitted }
    expect((await ask('/rpc/phrases.create', { ...elsewhere, ...forms }, 'POST')).status).toBe(403)
    expect((await ask('/rpc/phrases.create', { ...admitted, ...forms }, 'POST')).status).toBe(405)
    expect((await ask(`/rpc/phrases.create?input=${draft}`, admitted)).status).toBe(404)
    expect(desk.phrases.list({ offset: 0, limit: 9 }).phrases).toEqual([])
  })

  it('cannot read what it embeds, nor keep a hand on a window it opens', async () => {
    const { ask, enter } = await openTestHost()
    const { headers } = await ask('/', await enter())
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['access-control-allow-origin']).toBe(undefined)
  })
})

describe('the admitted page', () => {
  it('cannot ask for more in one message than a page ever does', async () => {
    const host = await openTestHost()
    const socket = await openPage(host)
    const calls = Array.from({ length: 5_000 }, (_, id) => ({
      id,
      method: 'query',
      params: { path: 'groups.list' },
    }))
    let answered = 0
    socket.on('message', (data) => {
      const [answer] = [JSON.parse(String(data))].flat()
      if (answer.result) answered++
    })
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', () => undefined)
    socket.send(JSON.stringify(calls))
    socket.send(JSON.stringify({ id: 'last', method: 'query', params: { path: 'groups.list' } }))
    await Promise.race([
      closed,
      new Promise((resolve) =>
        socket.on('message', (data) => String(data).includes('"last"') && resolve(null)),
      ),
    ])
    expect(answered).toBeLessThan(100)
    expect((await host.ask('/')).status).toBe(401)
  })
})
