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
        message,
      })),
    }
  }
  const { data: address } = parsed
  if (address.kind === 'folder') return { address, secret: null }
  // Who names an account has a secret to it, and the other way round; a store that everyone may read asks for neither.
  const [field, account] =
    address.kind === 's3'
      ? (['accessKeyId', address.accessKeyId] as const)
      : (['user', address.user] as const)
  const { secret } = typed
  if (account === '' && secret !== '') return { problems: [{ path: [field], message: words.accountMissing }] }
  if (account !== '' && secret === '' && !keepsSecret)
    return { problems: [{ path: ['secret'], message: words.secretMissing }] }
  return { address, secret: secret || null }
}

const asFolder = (prefix: string): string => (prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`)
