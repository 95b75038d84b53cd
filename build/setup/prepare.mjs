import path from 'node:path'
import { buildBundles, bundlesAreFresh } from './bundles.mjs'
import { withLock } from './lock.mjs'
import { projectNode } from './node24.mjs'
import { installPackages, packagesState } from './packages.mjs'
import { ROOT, setupFolder } from './project.mjs'
import { Complaint, say } from './say.mjs'

const OLDEST_NODE = 20

/** An installation and a build on a slow line, by the start that came first. */
const WAIT_LIMIT_MS = 20 * 60_000

/**
 * Installs and builds what is missing or out of date; takes some 100 ms when nothing is. Starts at the same time wait
 * for one another.
 *
 * @param {{ root?: string, bundles?: boolean }} [options]
 * @returns {Promise<{ node: string }>} the Node to run the project with
 * @throws {Complaint}
 */
export async function prepare({ root = ROOT, bundles = true } = {}) {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new Complaint(
      `需要 Node ${OLDEST_NODE} 或更新。Node ${OLDEST_NODE} or newer is needed; this is ${process.version} (https://nodejs.org)`,
    )
  }
  if (isReady(root, bundles)) return { node: projectNode(root) }

  return withLock(
    path.join(setupFolder(root), 'lock'),
    async (alsoHeldBy) => {
      if (packagesState(root) !== 'fresh') {
        say('正在安装依赖，半分钟到几分钟… Installing packages, half a minute to a few…')
        await installPackages(root, alsoHeldBy)
      }
      const node = projectNode(root)
      if (bundles && !bundlesAreFresh(root)) {
        say('正在构建… Building…')
        await buildBundles(root, node, alsoHeldBy)
      }
      return { node }
    },
    {
      timeoutMs: WAIT_LIMIT_MS,
      onWait: () => say('另一个启动正在准备，稍等… Another start is setting up; waiting for it…'),
    },
  )
}

/**
 * @param {string} root
 * @param {boolean} bundles
 */
function isReady(root, bundles) {
  return packagesState(root) === 'fresh' && (!bundles || bundlesAreFresh(root))
}
