import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileBelow, serveApp } from '../../../../electron/shell/windows/app-protocol.ts'

let folder: string
let serve: (request: Request) => Promise<Response>

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pages-'))
  const pages = path.join(folder, 'renderer')
  for (const page of ['panel', 'workbench']) {
    mkdirSync(path.join(pages, page), { recursive: true })
    writeFileSync(path.join(pages, page, 'index.html'), `<title>${page}</title>`)
  }
  writeFileSync(path.join(pages, 'panel', 'notes.exe'), 'MZ')
  writeFileSync(path.join(folder, 'secret.json'), '{}')
  serve = serveApp(pages)
})

afterAll(() => rmSync(folder, { recursive: true }))

const get = (url: string, method = 'GET') => serve(new Request(url, { method }))

describe('the pages of the program', () => {
  it('are served with their type and a policy without remote content or inline scripts', async () => {
    const response = await get('app://golden-six/panel/index.html')
    expect(await response.text()).toBe('<title>panel</title>')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  it('allow injected styles in the workbench alone, and no injected script there either', async () => {
    const policy = (await get('app://golden-six/workbench/index.html')).headers.get('content-security-policy')
    expect(policy).toContain("style-src 'self' 'unsafe-inline'")
    expect(policy).toContain("script-src 'self';")
  })

  it.each([
    'app://golden-six/missing.html',
    'app://golden-six/',
    'app://golden-six/panel',
    'app://golden-six/panel/notes.exe',
    'app://elsewhere/panel/index.html',
    'app://user:pass@golden-six/panel/index.html',
    'https://golden-six/panel/index.html',
    'app://golden-six/../secret.json',
    'app://golden-six/%2e%2e/secret.json',
    'app://golden-six/..%2fsecret.json',
    'app://golden-six/panel/..%2f..%2fsecret.json',
    'app://golden-six/..%5csecret.json',
    'app://golden-six/%00',
    'app://golden-six/%zz',
  ])('nothing is found at %s', async (url) => {
    const request = { method: 'GET', url } as Request
    expect((await serve(request)).status).toBe(404)
  })

  it('are only read', async () => {
    expect((await get('app://golden-six/panel/index.html', 'POST')).status).toBe(405)
  })
})

it('the folder itself is not a file in it', () => {
  expect(fileBelow('/app/out/renderer', '/')).toBe(null)
})

describe('a path on Windows', () => {
  it.each(['/C:/Windows/win.ini', '/..\\..\\secret.json', '//server/share', '/file.json:stream'])(
    '%s does not lead out of the folder',
    (pathname) => {
      const file = fileBelow('/app/out/renderer', pathname)
      expect(file === null || file.startsWith('/app/out/renderer/')).toBe(true)
    },
  )
})
