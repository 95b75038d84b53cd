import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { root } from './library.ts'

const PAGES = path.join(root, 'out/renderer')

/** Script that the panel's page loads: what its HTML names, and what those files import statically. In kB of 1,000 bytes. */
export function panelScriptKilobytes(): number {
  const html = path.join(PAGES, 'panel/index.html')
  const loaded = new Set<string>()
  const load = (file: string): void => {
    if (loaded.has(file)) return
    loaded.add(file)
    for (const [, named = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g))
      load(path.resolve(path.dirname(file), named))
  }
  for (const [, named = ''] of readFileSync(html, 'utf8').matchAll(/(?:src|href)="([^"]+\.js)"/g))
    load(named.startsWith('/') ? path.join(PAGES, named) : path.resolve(path.dirname(html), named))
  if (loaded.size === 0) throw new Error('the panel names no script: are the bundles built?')
  return [...loaded].reduce((sum, file) => sum + statSync(file).size, 0) / 1_000
}
