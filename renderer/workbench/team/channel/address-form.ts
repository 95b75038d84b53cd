import { ChannelAddress } from '../../../../shared/model/channel.ts'
import { type FieldProblem, problemsOf } from '../../components/zod-words.ts'
import { channelStrings } from '../../strings/channels.ts'

const { address: words } = channelStrings

/** The fields of all kinds of addresses, as they are typed; a kind reads those that it has. */
export interface AddressForm {
  kind: ChannelAddress['kind']
  path: string
  url: string
  user: string
  endpoint: string
  region: string
  bucket: string
  prefix: string
  accessKeyId: string
  isPathStyle: boolean
  secret: string
}

export type AddressField = keyof AddressForm

const NOTHING_TYPED: AddressForm = {
  kind: 'folder',
  path: '',
  url: '',
  user: '',
  endpoint: '',
  region: '',
  bucket: '',
  prefix: '',
  accessKeyId: '',
  isPathStyle: false,
  secret: '',
}

/** What the form begins with; a secret that is stored is never shown again. */
export const addressFormOf = (address: ChannelAddress | null): AddressForm => ({
  ...NOTHING_TYPED,
  ...address,
})

export type ReadAddress =
  | { address: ChannelAddress; secret: string | null }
  | { problems: (FieldProblem & { path: AddressField[] })[] }

/**
 * Reads what was typed.
 *
 * @param keepsSecret an empty secret means the one that is stored
 * @returns a null secret for none, or for the one that is stored
 */
export function readAddress(typed: AddressForm, keepsSecret: boolean): ReadAddress {
  const parsed = ChannelAddress.safeParse({
    ...typed,
    ...{ url: typed.url.trim(), endpoint: typed.endpoint.trim(), user: typed.user.trim() },
    ...{ bucket: typed.bucket.trim(), prefix: asFolder(typed.prefix.trim()) },
  })
  if (!parsed.success) {
    return {
      problems: problemsOf(parsed.error).map(({ path: [field], message }) => ({
        path: [field as AddressField],
        message: field === 'url' || field === 'endpoint' ? words.wrongUrl : message,
      })),
    }
  }
  const { data: address } = parsed
  if ('url' in address && new URL(address.url).password !== '')
    return { problems: [{ path: ['url'], message: words.secretInUrl }] }
  const secret = takesSecret(address.kind) ? typed.secret : ''
  if (secret === '' && !keepsSecret && asksSecret(address))
    return { problems: [{ path: ['secret'], message: words.secretMissing }] }
  return { address, secret: secret || null }
}

const takesSecret = (kind: ChannelAddress['kind']): boolean => kind === 'webdav' || kind === 's3'

/** Who names an account has a secret to it; a store that everyone may read asks for neither. */
function asksSecret(address: ChannelAddress): boolean {
  if (address.kind === 'webdav') return address.user !== ''
  return address.kind === 's3' && address.accessKeyId !== ''
}

const asFolder = (prefix: string): string => (prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`)
