import path from 'node:path'
import { ChannelAddress } from '../../shared/model/channel.ts'
import { wordsOf } from '../../shared/model/issue-words.ts'

const SCHEMES = ['webdav:', 's3:'] as const

/**
 * Reads `--channel`: a folder, an address to read from, or `webdav:` or `s3:` before an address to write to.
 *
 * @example channelFrom('/mnt/nas/团队')
 * @example channelFrom('https://user@cdn.example.com/yuhe/')
 * @example channelFrom('webdav:https://user@dav.jianguoyun.com/dav/团队')
 * @example channelFrom('s3:https://ACCESS_KEY_ID@oss-cn-hangzhou.aliyuncs.com/bucket/team/?region=cn-hangzhou&style=host')
 * @throws Error in the caller's words for one that cannot be, or that has a password in it
 */
export function channelFrom(text: string): ChannelAddress {
  const scheme = SCHEMES.find((one) => text.startsWith(one))
  const isUrl = scheme !== undefined || /^https?:/i.test(text)
  const parsed = ChannelAddress.safeParse(isUrl ? ofUrl(text.slice(scheme?.length), scheme) : folder(text))
  if (parsed.success) return parsed.data
  throw new Error(
    parsed.error.issues
      .slice(0, 1)
      .map((issue) => `${String(issue.path.at(-1))}：${wordsOf(issue)}`)
      .join(),
  )
}

const folder = (where: string): ChannelAddress => ({ kind: 'folder', path: path.resolve(where) })

function ofUrl(text: string, scheme: (typeof SCHEMES)[number] | undefined): unknown {
  if (!URL.canParse(text)) throw new Error('要写成 https://… 的完整地址')
  const url = new URL(text)
  if (url.password !== '')
    throw new Error('密码不能写在命令里，会被别人看到；放进环境变量 GOLDEN_SIX_CHANNEL_SECRET')
  const user = decodeURIComponent(url.username)
  url.username = ''
  if (scheme === undefined) return { kind: 'https', url: url.href, user }
  if (scheme === 'webdav:') return { kind: 'webdav', url: url.href, user }
  const [, bucket = '', ...prefix] = decodeURIComponent(url.pathname).split('/')
  return {
    ...{ kind: 's3', endpoint: url.origin, bucket, accessKeyId: user },
    region: url.searchParams.get('region') ?? 'us-east-1',
    prefix: prefix
      .filter(Boolean)
      .map((part) => `${part}/`)
      .join(''),
    isPathStyle: url.searchParams.get('style') !== 'host',
  }
}
