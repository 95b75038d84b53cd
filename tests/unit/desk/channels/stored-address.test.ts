import { expect, it } from 'vitest'
import { readStoredAddress } from '../../../../electron/desk/channels/stored-address.ts'

const read = (address: unknown) => readStoredAddress(JSON.stringify(address))

it('an account in a web address goes where accounts belong, and a password is dropped', () => {
  expect(read({ kind: 'https', url: 'https://me@cdn.example/team/' })).toEqual({
    ...{ kind: 'https', url: 'https://cdn.example/team/', user: 'me' },
  })
  expect(read({ kind: 'webdav', url: 'https://me%40qq.com:geheim@dav.example/team', user: '' })).toEqual({
    ...{ kind: 'webdav', url: 'https://dav.example/team', user: 'me@qq.com' },
  })
  // What was said of the account by itself holds.
  expect(read({ kind: 'webdav', url: 'https://one@dav.example/team', user: 'two' })).toMatchObject({
    user: 'two',
  })
  const s3 = { kind: 's3', region: 'cn', bucket: 'yuhe', prefix: '', accessKeyId: '', isPathStyle: true }
  expect(read({ ...s3, endpoint: 'https://key:geheim@oss.example' })).toEqual({
    ...{ ...s3, endpoint: 'https://oss.example/', accessKeyId: 'key' },
  })
})

it('what is written as it is today is read as it stands; what nobody can go by is none', () => {
  const today = { kind: 'https', url: 'https://cdn.example/队/', user: '' }
  expect(read(today)).toEqual(today)
  // An account goes over https alone.
  for (const odd of [null, 7, [], {}, { kind: 'pigeon' }, { kind: 'https', url: 'http://me@cdn.example/' }])
    expect(read(odd)).toBeNull()
})
