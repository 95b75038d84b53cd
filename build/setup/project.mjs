import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout this script belongs to. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '')

/**
 * What the set-up itself remembers: stamps and its lock. Under `out/`, which git ignores and anyone may delete.
 *
 * @param {string} root
 */
export const setupFolder = (root) => path.join(root, 'out', '.setup')
