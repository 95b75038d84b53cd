import { describe, expect, it } from 'vitest'
import { openTestHost } from './open-host.ts'

describe('the address printed at the start', () => {
  it('lets one browser in: a cookie that scripts cannot read and other sites cannot send', async () => {
    const { ask, ticketPath } = await openTestHost()

    const { status, headers } = await ask(ticketPath)

    expect(status).toBe(303)
    expect(headers.location).toBe('/')
    expect(headers['set-cookie']?.[0]).toMatch(
      /^golden_six_\d+=[\w-]{40,}; HttpOnly; SameSite=Strict; Path=\/$/,
    )
  })

  it('is worth nothing the second time, except to the browser that is in already', async () => {
    const { ask, enter, ticketPath } = await openTestHost()
    const admitted = await enter()

    const stranger = await ask(ticketPath)
    expect(stranger.status).toBe(403)
    expect(stranger.headers['set-cookie']).toBeUndefined()
    expect(stranger.body).toContain('只能打开一次')

    expect((await ask(ticketPath, admitted)).headers.location).toBe('/')
  })

  it.each(['/?ticket=', '/?ticket=guess', '/?ticket[]=x'])('does not open to %s', async (guess) => {
    const { ask } = await openTestHost()
    const { status, headers } = await ask(guess)
    expect([401, 403]).toContain(status)
    expect(headers['set-cookie']).toBeUndefined()
  })
})

describe('who is not let in', () => {
  it.each([
    '/..//evil.example/',
    '/.//evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/%2e%2e//evil.example',
  ])('is not sent elsewhere by %s with a ticket', async (address) => {
    const { ask, enter, ticketPath } = await openTestHost()
    const ticket = ticketPath.slice(ticketPath.indexOf('?'))
    for (const headers of [{}, await enter()]) {
      const answer = await ask(address + ticket, headers)
      expect(answer.status).toBe(400)
      expect(answer.headers.location).toBeUndefined()
    }
  })

  it.each(['/', '/workbench', '/assets/panel.js', '/secret.txt', '/nothing'])(
    'learns nothing at %s without the cookie',
    async (address) => {
      const { ask } = await openTestHost()
      const { status, body } = await ask(address)
      expect(status).toBe(401)
      expect(body).not.toContain('title')
    },
  )

  it('cannot use a cookie of its own making', async () => {
    const { ask, enter } = await openTestHost()
    const { cookie } = await enter()
    const forged = cookie.replace(/.$/, cookie.endsWith('A') ? 'B' : 'A')
    expect((await ask('/', { cookie: forged })).status).toBe(401)
    expect((await ask('/', { cookie: `${cookie.split('=')[0]}=` })).status).toBe(401)
  })

  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1'])(
    'is refused under the host name %j, cookie or not (DNS rebinding)',
    async (host) => {
      const { ask, enter, ticketPath } = await openTestHost()
      expect((await ask(ticketPath, { host })).status).toBe(421)
      expect((await ask('/', { host, ...(await enter()) })).status).toBe(421)
    },
  )

  it.each(['https://evil.example', 'http://localhost', 'null', 'http://127.0.0.1:1'])(
    'is refused when it comes from a page of %s',
    async (origin) => {
      const { ask, connect, enter } = await openTestHost()
      const admitted = await enter()
      expect((await ask('/', { origin, ...admitted })).status).toBe(403)
      expect(await connect({ origin, ...admitted })).toBe(403)
    },
  )

  it('gets no connection without the cookie, without an origin, or on another path', async () => {
    const { origin, connect, enter } = await openTestHost()
    const admitted = await enter()
    expect(await connect({ origin })).toBe(401)
    expect(await connect(admitted)).toBe(403)
    expect(await connect({ origin, ...admitted }, '/rpc/other')).toBe(404)
    expect(await connect({ origin, host: 'evil.example', ...admitted })).toBe(421)
  })
})

describe('the admitted browser', () => {
  it('gets the panel, the workbench and what they load', async () => {
    const { ask, enter } = await openTestHost()
    const admitted = await enter()
    expect((await ask('/', admitted)).body).toBe('<title>panel</title>')
    expect((await ask('/workbench', admitted)).body).toBe('<title>workbench</title>')
    const script = await ask('/assets/panel.js?v=1', admitted)
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect((await ask('/', admitted, 'HEAD')).body).toBe('')
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/assets/\0/../../secret.txt',
    '/panel',
    '/%',
  ])('finds nothing but the pages at %j', async (address) => {
    const { ask, enter } = await openTestHost()
    const admitted = await enter()
    const answer = await ask(address, admitted).catch(() => null)
    // Node's client refuses to send a NUL by itself.
    if (answer) expect([400, 404]).toContain(answer.status)
    expect(answer?.body ?? '').not.toContain('secret')
  })

  it('can only read', async () => {
    const { ask, enter } = await openTestHost()
    const admitted = await enter()
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await ask('/', admitted, method)).status).toBe(405)
  })

  it('is told to run no script and load nothing from elsewhere, and to keep nothing', async () => {
    const { ask, enter, origin } = await openTestHost()
    const { headers } = await ask('/', await enter())
    const policy = String(headers['content-security-policy']).split('; ')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("style-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain(`connect-src 'self' ${origin.replace('http', 'ws')}`)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['referrer-policy']).toBe('no-referrer')
  })
})
