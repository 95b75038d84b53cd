import { fileURLToPath } from 'node:url'
import { run } from '../setup/processes.mjs'

/** No answer and no byte for this long: the line is dead, and waiting longer only keeps the agent from work. */
const SILENCE_LIMIT_MS = 20_000

const DEFAULT_LIMIT_S = 180

/**
 * Tries to get Electron's runtime (about 110 MB) and gives up in good time.
 *
 * @param {{ root: string, node: string, env: NodeJS.ProcessEnv, onProgress?: (percent: number) => void }} options
 * @returns {Promise<{ ok: true } | { ok: false, reason: string }>}
 */
export async function fetchElectron({ root, node, env, onProgress }) {
  const limitS = Number(env.GOLDEN_SIX_ELECTRON_TIMEOUT_S || DEFAULT_LIMIT_S)
  if (!(limitS > 0)) return { ok: false, reason: 'GOLDEN_SIX_ELECTRON_TIMEOUT_S=0' }

  /** @type {NodeJS.Timeout | undefined} */
  let silence
  let silent = false
  let failure = ''
  const download = fileURLToPath(new URL('download.mjs', import.meta.url))
  const { code, timedOut } = await run(node, [download], {
    cwd: root,
    env: downloadSettings(env),
    timeoutMs: limitS * 1000,
    onOutput(text, end) {
      clearTimeout(silence)
      if (text.includes('unpacking')) return
      silence = setTimeout(() => {
        silent = true
        end()
      }, SILENCE_LIMIT_MS)
      failure = /^failed (.*)$/m.exec(text)?.[1] ?? failure
      const percent = /^progress (\d+)$/m.exec(text)?.[1]
      if (percent) onProgress?.(Number(percent))
    },
  })
  clearTimeout(silence)
  if (code === 0) return { ok: true }
  if (silent) return { ok: false, reason: `no answer for ${SILENCE_LIMIT_MS / 1000} s` }
  if (timedOut) return { ok: false, reason: `not finished within ${limitS} s` }
  return { ok: false, reason: failure || `download ended with status ${code}` }
}

/** @param {NodeJS.ProcessEnv} env */
function downloadSettings(env) {
  const mirror = mirrorOf(env)
  const proxied = env.HTTPS_PROXY ?? env.https_proxy
  return {
    ...env,
    ...(mirror ? { npm_config_electron_mirror: mirror, ELECTRON_MIRROR: mirror } : {}),
    ...(proxied ? { ELECTRON_GET_USE_PROXY: '1' } : {}),
  }
}

/**
 * Where the runtime is asked for, null for its makers' own place. Ours comes first, then the names other tools use.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function mirrorOf(env) {
  const mirror = env.GOLDEN_SIX_ELECTRON_MIRROR || env.npm_config_electron_mirror || env.ELECTRON_MIRROR
  return mirror ? mirror.replace(/\/?$/, '/') : null
}
