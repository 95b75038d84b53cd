import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Where Debian puts it; not on the path of everybody. */
export const APACHE = '/usr/sbin/apache2'
const MODULES = '/usr/lib/apache2/modules'
/** Apache's children refuse to be root; where the tests are, they are nobody. */
const NOBODY = 65534
const STARTS = 5

export interface ApacheServer {
  /** Of a folder that WebDAV may write to. */
  url: string
  user: string
  password: string
  /** Where that folder lies on the disk. */
  files: string
  stop(): Promise<void>
}

/** Apache with mod_dav over a folder of its own, with a name and password (Basic), on a free port of 127.0.0.1. */
export async function startApache(): Promise<ApacheServer> {
  const root = mkdtempSync(path.join(tmpdir(), 'golden-six-apache-'))
  const files = path.join(root, 'files')
  const user = 'publisher'
  const password = 'geheim 秘密 14'
  for (const folder of [files, path.join(files, 'team'), path.join(root, 'locks')]) mkdirSync(folder)
  const hash = createHash('sha1').update(password).digest('base64')
  writeFileSync(path.join(root, 'passwords'), `${user}:{SHA}${hash}\n`)
  if (isRoot()) for (const folder of ['', 'files', 'files/team', 'locks']) give(path.join(root, folder))

  for (let start = 1; ; start++) {
    const port = await freePort()
    writeFileSync(path.join(root, 'apache.conf'), configuration(root, port))
    const server = spawn(APACHE, ['-f', path.join(root, 'apache.conf'), '-D', 'FOREGROUND'], {
      stdio: 'ignore',
      ...(isRoot() ? { uid: NOBODY, gid: NOBODY } : {}),
    })
    // A test that fails half-way, or is killed, leaves none behind.
    const endWithUs = () => server.kill('SIGTERM')
    process.once('exit', endWithUs)
    server.once('exit', () => process.off('exit', endWithUs))
    if (await listens(server, port)) {
      return { url: `http://127.0.0.1:${port}/team/`, user, password, files, stop: () => end(server, root) }
    }
    if (start === STARTS)
      throw new Error(`Apache did not start: ${readFileSync(path.join(root, 'errors'), 'utf8')}`)
  }
}

const configuration = (root: string, port: number) => `
ServerRoot ${root}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${root}/pid
ErrorLog ${root}/errors
DefaultRuntimeDir ${root}
Mutex pthread
${['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic', 'dav', 'dav_fs']
  .map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`)
  .join('\n')}
StartServers 1
ServerLimit 2
ThreadsPerChild 25
MaxRequestWorkers 50
DavLockDB ${root}/locks/db
DocumentRoot ${root}/files
<Directory ${root}/files/team>
  Dav On
  AuthType Basic
  AuthName "team"
  AuthUserFile ${root}/passwords
  Require valid-user
</Directory>
`

/** False when it ended instead, e.g. because somebody else took the port. */
async function listens(server: ChildProcess, port: number): Promise<boolean> {
  while (server.exitCode === null) {
    const socket = net.connect(port, '127.0.0.1')
    const isOpen = await Promise.race([
      once(socket, 'connect').then(
        () => true,
        () => false,
      ),
      once(server, 'exit').then(() => false),
    ])
    socket.destroy()
    if (isOpen) return true
    await wait(20)
  }
  return false
}

async function end(server: ChildProcess, root: string): Promise<void> {
  if (server.exitCode === null) {
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await ended
  }
  rmSync(root, { recursive: true, force: true })
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  server.close()
  return port
}

const isRoot = () => process.getuid?.() === 0
const give = (folder: string) => chownSync(folder, NOBODY, NOBODY)
