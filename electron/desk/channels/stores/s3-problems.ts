import { ChannelStoreError, type ChannelStoreProblem } from '../channel-store.ts'
import { problemOfAnswer } from './answer-problems.ts'
import type { HttpAnswer } from './http-client.ts'
import { childOf, readXml } from './xml.ts'

/** What the codes of S3, MinIO and Aliyun OSS ask of the person; one that is not here is told by its status. */
const KNOWN: Record<string, [ChannelStoreProblem, string]> = {
  InvalidAccessKeyId: ['denied', '对象存储不认识这个 AccessKey ID。请核对后重新填写'],
  SignatureDoesNotMatch: ['denied', 'AccessKey Secret 和 ID 对不上。请核对后重新填写'],
  AccessDenied: ['denied', '这个 AccessKey 没有权限读写这里。请管理员按文档给它授权'],
  RequestTimeTooSkewed: ['denied', '这台电脑的时间不准，对象存储不接受。请校准时间'],
  UserDisable: ['denied', '对象存储的账号停用了，可能是欠费。请联系管理员'],
  NoSuchBucket: ['wrong', '没有这个存储桶。请核对存储桶名称和区域'],
  SecondLevelDomainForbidden: ['wrong', '这个对象存储不支持路径方式。请关掉“路径方式”再试'],
  PermanentRedirect: ['wrong', '存储桶在别的区域。请核对区域和 Endpoint'],
  TemporaryRedirect: ['wrong', '存储桶在别的区域。请核对区域和 Endpoint'],
  AuthorizationHeaderMalformed: ['wrong', '区域填得不对。请核对区域，和 Endpoint 里的一致'],
  InvalidBucketName: ['wrong', '存储桶的名称不合规则。请核对'],
  QuotaExceeded: ['full', '存储桶满了。请清理空间后再发布'],
  XMinioAdminBucketQuotaExceeded: ['full', '存储桶满了。请清理空间后再发布'],
  XMinioStorageFull: ['full', '对象存储的磁盘满了。请清理空间后再发布'],
  EntityTooLarge: ['full', '对象存储不收这么大的文件。请减少图片后再发布'],
}

/** What a refusal means, by its code where it says one. The answer's own words are not shown: some repeat the request. */
export function problemOfS3(answer: HttpAnswer, host: string, now: number): ChannelStoreError {
  const code = codeOf(answer)
  const known = code !== null && Object.hasOwn(KNOWN, code) ? KNOWN[code] : undefined
  if (known) return new ChannelStoreError(known[0], known[1], { cause: new Error(`HTTP ${answer.status}`) })
  return problemOfAnswer(answer, {
    host,
    now,
    denied: `${host} 不让这个 AccessKey 读写。请核对后重新填写，或请管理员开通权限`,
  })
}

/** The code of a refusal; null when it has none, as that of a HEAD. */
export function codeOf(answer: HttpAnswer): string | null {
  try {
    const root = readXml(new TextDecoder().decode(answer.bytes))
    return root.name === 'Error' ? (childOf(root, 'Code')?.text.trim() ?? null) : null
  } catch {
    return null
  }
}
