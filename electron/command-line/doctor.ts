import { accessSync, constants, statfsSync } from 'node:fs'
import type { Desk } from '../desk/open-desk.ts'
import type { Finding } from './finding.ts'

const ENOUGH_FREE_BYTES = 200 * 1024 * 1024

/** Looks at what the program stands on and says, for each, whether it is well. */
export async function diagnose(desk: Desk): Promise<Finding[]> {
  // Loaded here: no other command has anything to do with the desktop.
  const { diagnoseDesktop } = await import('./desktop-doctor.ts')
  return [
    {
      check: 'runtime',
      ok: Number.parseInt(process.versions.node, 10) >= 22,
      detail: `Node ${process.versions.node}`,
    },
    dataFolder(desk.dataDir),
    diskSpace(desk.dataDir),
    integrity(desk),
    { check: 'library', ok: true, detail: librarySize(desk) },
    await search(desk),
    ...(await diagnoseDesktop(desk.settings.read())),
  ]
}

function dataFolder(dataDir: string): Finding {
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK)
    return { check: 'data-folder', ok: true, detail: dataDir }
  } catch {
    return { check: 'data-folder', ok: false, detail: `不能读写：${dataDir}` }
  }
}

function diskSpace(dataDir: string): Finding {
  const { bavail, bsize } = statfsSync(dataDir)
  const free = bavail * bsize
  return {
    check: 'disk-space',
    ok: free >= ENOUGH_FREE_BYTES,
    detail: `剩余 ${Math.round(free / 1024 / 1024)} MB`,
  }
}

function integrity(desk: Desk): Finding {
  const problems = desk.integrityProblems()
  const ok = problems.length === 0
  return { check: 'integrity', ok, detail: ok ? '话术库文件完好' : `话术库文件有损坏：${problems[0]}` }
}

function librarySize(desk: Desk): string {
  const phrases = desk.phrases.list({ offset: 0, limit: 1 }).total
  return `话术 ${phrases} 条，商品 ${desk.products.list().length} 个`
}

async function search(desk: Desk): Promise<Finding> {
  const started = performance.now()
  await desk.ready()
  await desk.phrases.search({ text: 'by', limit: 1, step: null, filters: {}, productId: null, buyer: null })
  return {
    check: 'search',
    ok: true,
    detail: `搜索可用，首次查询 ${Math.round(performance.now() - started)} 毫秒`,
  }
}
