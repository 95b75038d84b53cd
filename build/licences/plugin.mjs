import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { packageFolders, shippedPackage, sorted } from './bundled-packages.mjs'

const LIST = 'licences.json'

/**
 * Lists the packages of every bundle with their licences: of what each build was really made, which no list kept by
 * hand would stay true to. The programs are built before the pages, so the pages' build gathers everything into
 * `licences.json` beside them; a build of one room alone finds what the others left in `folder` the last time.
 *
 * @param {{ room: string, folder: string, beside?: string[], emits?: boolean }} options `beside` are packages that are
 *   shipped next to the bundle, by their folders; `emits` makes this build write the list.
 * @returns {import('vite').Plugin}
 */
export function licences({ room, folder, beside = [], emits = false }) {
  return {
    name: 'golden-six-licences',
    apply: 'build',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
      const packages = [...packageFolders(modules), ...beside].map(shippedPackage)
      mkdirSync(folder, { recursive: true })
      writeFileSync(path.join(folder, `${room}.json`), JSON.stringify(sorted(packages)))
      if (!emits) return
      const everything = readdirSync(folder).flatMap((name) =>
        JSON.parse(readFileSync(path.join(folder, name), 'utf8')),
      )
      this.emitFile({ type: 'asset', fileName: LIST, source: JSON.stringify(sorted(everything)) })
    },
  }
}
