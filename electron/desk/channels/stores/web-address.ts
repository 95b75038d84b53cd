/**
 * Takes an address apart: the folder it means, that of `channel.json` if that is named, always ending with a slash, and what it says of who asks. Nothing of the
 * latter, no query and no fragment is left in `folder`.
 */
export function openAddress(address: string): { folder: URL; user: string; password: string } {
  const folder = new URL(address)
  const user = decoded(folder.username)
  const password = decoded(folder.password)
  folder.username = ''
  folder.password = ''
  folder.search = ''
  folder.hash = ''
  folder.pathname = folder.pathname.replace(/\/channel\.json$/, '/')
  if (!folder.pathname.endsWith('/')) folder.pathname += '/'
  return { folder, user, password }
}

/** Where a file of the channel lies; its path has no character that a URL would write otherwise. */
export function locate(folder: URL, path: string): URL {
  const url = new URL(folder)
  url.pathname += path
  return url
}

/** RFC 7617, in UTF-8. */
export const basicAuthorization = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

/** Percent signs that escape nothing stay. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
