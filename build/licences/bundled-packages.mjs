import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * What the about page tells of one package that is shipped.
 * @typedef {{ name: string, version: string, licence: string, text: string }} ShippedPackage
 */

/**
 * The packages that a bundle was made of, by the files that went into it. A package inside another's node_modules is
 * the inner one; virtual modules (`\0…`) and queries (`?worker`) are looked through.
 * @param {Iterable<string>} moduleIds absolute file names, as the bundler gives them
 * @returns {Set<string>} the folder of each package
 */
export function packageFolders(moduleIds) {
  const folders = new Set()
  for (const id of moduleIds) {
    const file = id.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/')
    const at = file.lastIndexOf('/node_modules/')
    if (at < 0) continue
    const [first = '', second = ''] = file.slice(at + '/node_modules/'.length).split('/')
    const name = first.startsWith('@') ? `${first}/${second}` : first
    const folder = `${file.slice(0, at)}/node_modules/${name}`
    if (existsSync(path.join(folder, 'package.json'))) folders.add(folder)
  }
  return folders
}

/**
 * @param {string} folder of a package
 * @returns {ShippedPackage}
 */
export function shippedPackage(folder) {
  const { name, version, license, licenses, author } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  )
  const declared = license ?? licenses?.[0] ?? 'UNKNOWN'
  const licence = typeof declared === 'string' ? declared : declared.type
  return { name, version, licence, text: licenceText(folder) ?? namedLicence(licence, author) }
}

/**
 * The package's own words, notices included: most licences ask for exactly that.
 * @param {string} folder
 */
function licenceText(folder) {
  const files = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name) && !/\.(js|ts|json)$/.test(name))
    .toSorted()
  const texts = files.map((name) => readFileSync(path.join(folder, name), 'utf8').trim())
  return texts.length > 0 ? texts.join('\n\n') : null
}

/**
 * A few packages ship no licence file; what they declare is then all there is.
 * @param {string} licence
 * @param {string | { name?: string } | undefined} author
 */
function namedLicence(licence, author) {
  const holder = typeof author === 'string' ? author : author?.name
  return `${licence}${holder ? `\n\n© ${holder}` : ''}`
}

/**
 * @param {Iterable<ShippedPackage>} packages
 * @returns {ShippedPackage[]} each once, by name
 */
export function sorted(packages) {
  const once = new Map([...packages].map((one) => [`${one.name}@${one.version}`, one]))
  return [...once.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}
