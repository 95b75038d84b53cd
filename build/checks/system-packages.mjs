import { spawnSync } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import path from 'node:path'
import { run } from '../setup/processes.mjs'

/** Wine is most of it, some 150 MB to download. */
const INSTALL_LIMIT_MS = 10 * 60_000

/**
 * What the tests use of the system: a browser, an X display with a window manager, keys and clipboard from outside,
 * Chinese type, Windows programs.
 *
 * @typedef {object} Need
 * @property {string} title as a person knows it
 * @property {string[]} packages Debian's names
 * @property {() => boolean} isMet
 */

/** @type {Need[]} */
const NEEDS = [
  {
    title: 'Chromium',
    packages: ['chromium'],
    isMet: () => isOnPath('chromium') || isOnPath('google-chrome'),
  },
  // Builds the faults that the library is held to.
  { title: 'C compiler', packages: ['gcc', 'libc6-dev'], isMet: () => isOnPath('gcc') },
  { title: 'Xvfb', packages: ['xvfb'], isMet: () => isOnPath('Xvfb') },
  { title: 'openbox', packages: ['openbox'], isMet: () => isOnPath('openbox') },
  { title: 'xdotool', packages: ['xdotool'], isMet: () => isOnPath('xdotool') },
  { title: 'xclip', packages: ['xclip'], isMet: () => isOnPath('xclip') },
  // A GTK editor that phrases are pasted into.
  { title: 'l3afpad', packages: ['l3afpad'], isMet: () => isOnPath('l3afpad') },
  { title: 'ImageMagick', packages: ['imagemagick'], isMet: () => isOnPath('convert') },
  { title: 'Chinese fonts', packages: ['fontconfig', 'fonts-noto-cjk'], isMet: hasChineseFont },
  // A WebDAV server that a team's channel is held to.
  { title: 'Apache', packages: ['apache2-bin'], isMet: () => isProgram('/usr/sbin/apache2') },
  // Compiles the Windows installer, which is then run on Wine.
  { title: 'NSIS', packages: ['nsis'], isMet: () => isOnPath('makensis') },
  { title: 'Wine', packages: ['wine', 'wine64'], isMet: () => isOnPath('wine') && isOnPath('wineserver') },
]

/** @returns {Need[]} */
export const unmetNeeds = () => (process.platform === 'linux' ? NEEDS.filter((need) => !need.isMet()) : [])

/** Whether we may install, and know how. Ubuntu's Chromium is a snap, which needs a service that containers lack. */
export function mayInstall(/** @type {readonly Need[]} */ needs) {
  const system = systemName()
  const isDebian = /^ID(_LIKE)?=.*debian/m.test(system)
  const wantsSnap = /^ID=ubuntu/m.test(system) && needs.some(({ title }) => title === 'Chromium')
  return process.getuid?.() === 0 && isDebian && !wantsSnap && isOnPath('apt-get')
}

/**
 * @param {readonly Need[]} needs
 * @returns {Promise<boolean>} whether apt-get was content
 */
export async function installNeeds(needs) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const patience = [
    '-o',
    'DPkg::Lock::Timeout=120',
    '-o',
    'Acquire::Retries=2',
    '-o',
    'Acquire::http::Timeout=30',
  ]
  const apt = (/** @type {string[]} */ ...args) =>
    run('apt-get', [...patience, '-qq', ...args], { cwd: '/', env, timeoutMs: INSTALL_LIMIT_MS })
  await apt('update')
  const { code } = await apt('install', '-y', '--no-install-recommends', ...packagesFor(needs))
  return code === 0
}

/** @param {readonly Need[]} needs */
export const packagesFor = (needs) => needs.flatMap(({ packages }) => packages)

/** @param {string} program */
function isOnPath(program) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => isProgram(path.join(folder, program)))
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function hasChineseFont() {
  return Boolean(spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout?.trim())
}

function systemName() {
  try {
    return readFileSync('/etc/os-release', 'utf8')
  } catch {
    return ''
  }
}
