import { ChannelAddress } from '../../../shared/model/channel.ts'

/**
 * The address of a channel as its row has it, whoever wrote that. An account in a web address goes where accounts belong;
 * a password beside it is dropped: it is asked for, and kept sealed.
 *
 * @param stored JSON
 * @returns null when nobody can go by it
 */
export function readStoredAddress(stored: string): ChannelAddress | null {
  const address: unknown = JSON.parse(stored)
  return ChannelAddress.safeParse(withoutAccount(address)).data ?? null
}

function withoutAccount(address: unknown): unknown {
  if (typeof address !== 'object' || address === null) return address
  const fields = { ...address } as Record<string, unknown>
  const [place, account] =
    'endpoint' in fields ? (['endpoint', 'accessKeyId'] as const) : (['url', 'user'] as const)
  const written = fields[place]
  if (typeof written !== 'string' || !URL.canParse(written)) return fields
  const url = new URL(written)
  const { username } = url
  if (username === '' && url.password === '') return fields
  url.username = ''
  url.password = ''
  return { ...fields, [place]: url.href, [account]: fields[account] || decoded(username) }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
