import { describe, expect, it } from 'vitest'
import {
  type AddressForm,
  addressFormOf,
  readAddress,
} from '../../../../renderer/workbench/team/channel/address-form.ts'

const typed = (form: Partial<AddressForm>): AddressForm => ({ ...addressFormOf(null), ...form })
const nutstore = { kind: 'webdav', url: 'https://dav.jianguoyun.com/dav/屿禾团队', user: 'a@b.cn' } as const
const bucket = {
  kind: 's3',
  ...{ endpoint: 'https://oss-cn-hangzhou.aliyuncs.com', region: 'cn-hangzhou' },
  ...{ bucket: 'yuhe', accessKeyId: 'LTAI' },
} as const

describe('what is typed of a channel’s address', () => {
  it('is a folder without a secret', () => {
    expect(readAddress(typed({ path: ' /mnt/nas/团队 ', secret: '别处写的' }), false)).toEqual({
      address: { kind: 'folder', path: '/mnt/nas/团队' },
      secret: null,
    })
  })

  it('is said at its field when it cannot be', () => {
    expect(readAddress(typed({}), false)).toEqual({ problems: [{ path: ['path'], message: '请填写' }] })
    expect(readAddress(typed({ kind: 'https', url: 'cdn.example.com' }), false)).toMatchObject({
      problems: [{ path: ['url'], message: expect.stringContaining('http://') }],
    })
    expect(
      readAddress(typed({ ...nutstore, url: 'https://a:pw@dav.cn/', secret: 'x' }), false),
    ).toMatchObject({
      problems: [{ path: ['url'], message: expect.stringContaining('密码') }],
    })
    expect(readAddress(typed({ ...bucket, bucket: '大写', secret: 'x' }), false)).toMatchObject({
      problems: [{ path: ['bucket'], message: '存储桶的名称不合规则' }],
    })
  })

  it('is a web address that everybody may read, or whoever has an account there, over https alone', () => {
    const cdn = { kind: 'https', url: 'https://cdn.example.com/yuhe/' } as const
    expect(readAddress(typed(cdn), false)).toEqual({ address: { ...cdn, user: '' }, secret: null })
    const agents = { ...cdn, user: 'agents', secret: 'pw' }
    expect(readAddress(typed(agents), false)).toEqual({ address: { ...cdn, user: 'agents' }, secret: 'pw' })
    expect(readAddress(typed({ ...agents, secret: '' }), false)).toMatchObject({
      problems: [{ path: ['secret'] }],
    })
    expect(readAddress(typed({ ...agents, user: '' }), false)).toMatchObject({
      problems: [{ path: ['user'] }],
    })
    expect(readAddress(typed({ ...agents, url: 'http://cdn.example.com/' }), false)).toMatchObject({
      problems: [{ path: ['url'], message: expect.stringContaining('https://') }],
    })
  })

  it('asks for the password of an account, unless one is stored', () => {
    expect(readAddress(typed(nutstore), false)).toMatchObject({ problems: [{ path: ['secret'] }] })
    expect(readAddress(typed(nutstore), true)).toEqual({ address: nutstore, secret: null })
    expect(readAddress(typed({ ...nutstore, secret: 'app' }), true)).toMatchObject({ secret: 'app' })
    expect(readAddress(typed({ ...nutstore, user: '' }), false)).toMatchObject({ secret: null })
  })

  it('takes a prefix with or without its slash', () => {
    expect(readAddress(typed({ ...bucket, prefix: 'team', secret: 'x' }), false)).toMatchObject({
      address: { ...bucket, prefix: 'team/', isPathStyle: false },
    })
  })

  it('comes back as it was when an address is changed, but for the secret', () => {
    expect(addressFormOf({ ...bucket, prefix: '', isPathStyle: true })).toMatchObject({
      ...{ kind: 's3', bucket: 'yuhe', isPathStyle: true, secret: '' },
    })
  })
})
