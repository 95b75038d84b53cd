import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { channelFrom } from '../../../electron/command-line/channel-option.ts'

describe('--channel', () => {
  it('is a folder, from where the script runs', () => {
    expect(channelFrom('/mnt/nas/团队')).toEqual({ kind: 'folder', path: path.resolve('/mnt/nas/团队') })
    expect(channelFrom('团队')).toEqual({ kind: 'folder', path: path.resolve('团队') })
  })

  it('is an address to read from', () => {
    const url = 'https://cdn.example.com/yuhe/'
    expect(channelFrom(url)).toEqual({ kind: 'https', url, user: '' })
    expect(channelFrom('https://agents@cdn.example.com/yuhe/')).toEqual({
      kind: 'https',
      url,
      user: 'agents',
    })
    expect(() => channelFrom('http://agents@cdn.example.com/yuhe/')).toThrow('https://')
  })

  it('is a WebDAV server with its account, which may be a mail address', () => {
    expect(channelFrom('webdav:https://lead@yuhe.cn@dav.jianguoyun.com/dav/team')).toEqual({
      ...{ kind: 'webdav', url: 'https://dav.jianguoyun.com/dav/team', user: 'lead@yuhe.cn' },
    })
  })

  it('is a bucket, its name in the path unless told otherwise', () => {
    const minio = {
      ...{ kind: 's3', endpoint: 'http://192.168.1.20:9000', region: 'us-east-1', bucket: 'yuhe' },
      ...{ prefix: '', accessKeyId: 'AK', isPathStyle: true },
    }
    expect(channelFrom('s3:http://AK@192.168.1.20:9000/yuhe')).toEqual(minio)
    expect(
      channelFrom('s3:https://AK@oss-cn-hangzhou.aliyuncs.com/yuhe/a/b?region=cn-hangzhou&style=host'),
    ).toMatchObject({ prefix: 'a/b/', region: 'cn-hangzhou', isPathStyle: false })
  })

  it('is refused with a password in it, or when it is no address', () => {
    expect(() => channelFrom('webdav:https://me:geheim@dav.cn/')).toThrow(/GOLDEN_SIX_CHANNEL_SECRET/)
    expect(() => channelFrom('webdav:dav.cn')).toThrow('https://')
    expect(() => channelFrom('s3:https://AK@oss.cn/')).toThrow('存储桶')
  })
})
