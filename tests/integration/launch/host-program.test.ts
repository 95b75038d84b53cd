import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../support/library.ts'
import { ROOT, STACK_TRACE, start } from './programs.ts'

const HOST = path.join(ROOT, 'out/main/serve.js')
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/\?ticket=[\w-]+/

const startHost = (dataDir: string, ...args: string[]) =>
  start(HOST, ['--no-open', '--data-dir', dataDir, ...args])

/** Opens the printed address as a browser does: follows the ticket to the page, keeping the cookie. */
async function openAddress(address: string) {
  const entered = await fetch(address, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const page = await fetch(new URL('/', address), { headers: { cookie } })
  return { entered: entered.status, status: page.status, html: await page.text() }
}

describe('the browser host as a program', () => {
  it('prints an address that opens the panel, and ends when asked', async () => {
    const host = startHost(temporaryFolder())
    const [address] = await host.prints(ADDRESS)

    const page = await openAddress(address)
    expect(page).toMatchObject({ entered: 303, status: 200 })
    expect(page.html).toContain('<title>黄金六秒</title>')

    host.child.kill('SIGINT')
    expect(await host.ended).toBe(0)
    expect(host.printed()).not.toMatch(STACK_TRACE)
  })

  it('says in one line that another host has the library open, which goes on', async () => {
    const dataDir = temporaryFolder()
    const first = startHost(dataDir)
    const [address] = await first.prints(ADDRESS)
    const second = startHost(dataDir)
    expect(await second.ended).toBe(1)
    expect(second.printed()).toMatch(/^黄金六秒已经打开着[^\n]*\n$/)
    expect((await openAddress(address)).status).toBe(200)
  })

  it('says in one line that its folder cannot be used', async () => {
    const file = path.join(temporaryFolder(), 'not-a-folder')
    writeFileSync(file, '')
    const host = startHost(file)
    expect(await host.ended).toBe(1)
    expect(host.printed()).toContain(file)
    expect(host.printed().trim().split('\n')).toHaveLength(1)
  })

  it('starts on a damaged library all the same, and says in one line what became of it', async () => {
    const dataDir = temporaryFolder()
    const noise = 'this is not a database, and longer than a header'.repeat(9)
    writeFileSync(path.join(dataDir, 'golden-six.sqlite'), noise)
    const host = startHost(dataDir)
    await host.prints(ADDRESS)
    const [line = ''] = host.printed().split('\n')
    expect(line).toMatch(/已损坏.*损坏的原文件保留在：/)
    expect(readFileSync(path.join(line.split('保留在：')[1] ?? '', 'golden-six.sqlite'), 'utf8')).toBe(noise)
  })

  it('says in one line that its port is taken', async () => {
    const first = startHost(temporaryFolder())
    const [address] = await first.prints(ADDRESS)
    const second = startHost(temporaryFolder(), '--port', new URL(address).port)
    expect(await second.ended).toBe(1)
    expect(second.printed()).toMatch(/^端口 \d+ 已被别的程序占用.*\n$/)
  })

  it.each([['--port', 'http'], ['--port=70000'], ['--frobnicate'], ['stray']])(
    'refuses %s %s with status 2 and one line',
    async (...args) => {
      const host = start(HOST, args)
      expect(await host.ended).toBe(2)
      expect(host.printed().trim().split('\n')).toHaveLength(1)
    },
  )
})
