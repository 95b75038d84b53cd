import { decoded } from './web-address.ts'
import { allOf, childOf, readXml } from './xml.ts'

/** What a folder holds. */
export interface DavEntry {
  /** The last part of its path. */
  name: string
  isFolder: boolean
  /** By the server's clock, ms since 1970; null where it does not tell. */
  modifiedAt: number | null
}

/** Asks for what tells a folder from a file and an old one from a new, and nothing else. */
export const PROPFIND_BODY = new TextEncoder().encode(
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/><getlastmodified/></prop></propfind>',
)

/**
 * Reads a multistatus answer (RFC 4918, 14.16) to a PROPFIND of depth 1.
 *
 * @param folder the address that was asked; it is among its own answers, and left out here
 * @throws SyntaxError when it is none
 */
export function readMultistatus(xml: string, folder: URL): DavEntry[] {
  const root = readXml(xml)
  if (root.name !== 'multistatus') throw new SyntaxError('not a multistatus')
  const parent = decodedPath(folder)
  return root.children.flatMap((response) => {
    const href = childOf(response, 'href')?.text.trim()
    if (!href || !URL.canParse(href, folder)) return []
    const path = decodedPath(new URL(href, folder))
    if (!path.startsWith(`${parent}/`)) return []
    const name = path.slice(parent.length + 1)
    if (!name || name.includes('/')) return []
    const isFolder = [...allOf(response, 'resourcetype')].some((type) => childOf(type, 'collection'))
    const [modified] = allOf(response, 'getlastmodified')
    const modifiedAt = Date.parse(modified?.text.trim() ?? '')
    return [{ name, isFolder, modifiedAt: Number.isNaN(modifiedAt) ? null : modifiedAt }]
  })
}

/**
 * The rest of a folder that is told in parts: 坚果云 tells 750 entries at a time and the address of the next in a header
 * (RFC 8288). Null for none, and for one elsewhere: our password is not for it.
 */
export function nextPage(link: string | string[] | undefined, asked: URL): URL | null {
  const header = Array.isArray(link) ? link.join(', ') : (link ?? '')
  const [, target] = /<([^<>]*)>\s*;[^<>]*\brel="?next"?/i.exec(header) ?? []
  if (!target || !URL.canParse(target, asked)) return null
  const url = new URL(target, asked)
  return url.origin === asked.origin ? url : null
}

/** Without the slash at its end; servers differ in what they escape. */
const decodedPath = ({ pathname }: URL): string => decoded(pathname.replace(/\/+$/, ''))
