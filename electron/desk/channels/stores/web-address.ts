/**
 * The folder that an address means, that of `channel.json` if that is named; always ending with a slash. Nothing of who
 * asks, no query and no fragment is left in it.
 */
export function folderAt(address: string): URL {
  const folder = new URL(address)
  folder.username = ''
  folder.password = ''
  folder.search = ''
  folder.hash = ''
  folder.pathname = folder.pathname.replace(/\/channel\.json$/, '/')
  if (!folder.pathname.endsWith('/')) folder.pathname += '/'
  return folder
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
