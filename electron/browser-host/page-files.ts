import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface PageFile {
  type: string
  content: Buffer
}

/** What a browser may ask for, by its path in the address. */
export type PageFiles = ReadonlyMap<string, PageFile>

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** The pages by the short addresses people see. */
const PAGES: Record<string, string> = { '/': '/panel/index.html', '/workbench': '/workbench/index.html' }

/**
 * Reads the built pages into memory. What is served is looked up in this table and never in the file system, so no
 * address can lead out of `folder`; and a build that replaces the files does not disturb a host that runs.
 */
export function readPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const address = `/${path.relative(folder, file).split(path.sep).join('/')}`
    files.set(address, {
      type: TYPES[path.extname(file)] ?? 'application/octet-stream',
      content: readFileSync(file),
    })
  }
  for (const [address, target] of Object.entries(PAGES)) {
    const page = files.get(target)
    if (page) files.set(address, page)
  }
  return files
}
