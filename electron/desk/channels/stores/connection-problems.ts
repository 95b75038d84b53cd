import { ChannelStoreError } from '../channel-store.ts'

const UNKNOWN_AUTHORITY = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
])

/** Whether the certificate may still be good for somebody who trusts others. */
export const isOfUnknownAuthority = ({ code }: NodeJS.ErrnoException): boolean =>
  UNKNOWN_AUTHORITY.has(code ?? '')

/**
 * What a failed connection means for the person. Of the error only its code is kept as the cause: Node's own may carry
 * the request with its headers.
 */
export function problemOfConnection(
  error: NodeJS.ErrnoException,
  { host, hostname }: URL,
): ChannelStoreError {
  const code = error.code ?? ''
  const cause = new Error(code || 'no code')
  const away = (message: string) => new ChannelStoreError('unreachable', message, { cause })
  const wrong = (message: string) => new ChannelStoreError('wrong', message, { cause })

  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EAI_NODATA') {
    return away(`找不到 ${hostname}。请看看网络是不是断了；一直这样的话，请核对地址`)
  }
  if (code === 'ECONNREFUSED') return away(`${host} 拒绝连接：服务器可能没开，也可能地址或端口写错了。会再试`)
  if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH' || code === 'ETIMEDOUT') {
    return away(`连不上 ${host}。请看看网络，公司内网的地址要先连上内网。会再试`)
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return wrong(
      `${host} 的证书不在有效期内，没有连接。请先核对这台电脑的日期，日期没错就请管理员更换服务器的证书`,
    )
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return wrong(`${host} 出示的证书是给别的网址的，没有连接。请核对地址；存储桶名带点的话，请改用路径方式`)
  }
  if (isOfUnknownAuthority(error)) {
    return wrong(
      `${host} 的证书不是受信任的机构签发的，没有连接。公司自己的服务器，请管理员把公司的根证书装进这台电脑`,
    )
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL')) {
    return wrong(`${host} 不能建立安全连接：那里可能只有 http，也可能端口写错了。请核对地址`)
  }
  if (code.startsWith('HPE_')) return wrong(`${host} 的回答不是网页服务器的格式。请核对地址和端口`)
  return away(`和 ${host} 的连接断了。会再试`)
}
