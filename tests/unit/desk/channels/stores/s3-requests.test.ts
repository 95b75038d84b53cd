import { expect, it } from 'vitest'
import type { HttpAnswer, HttpRequest } from '../../../../../electron/desk/channels/stores/http-client.ts'
import { createS3Requests, type S3Address } from '../../../../../electron/desk/channels/stores/s3-requests.ts'

const { signal } = new AbortController()

const ADDRESS: S3Address = {
  kind: 's3',
  endpoint: 'https://s3.amazonaws.com',
  region: 'us-east-1',
  bucket: 'examplebucket',
  prefix: '',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  isPathStyle: false,
}
/** Published with Amazon's own examples of signatures. */
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const THEN = Date.parse('2013-05-24T00:00:00Z')

/** Asks a store that answers as told, and keeps what it was asked. */
function asking(address: S3Address, answers: Partial<HttpAnswer>[] = [], now = THEN) {
  const sent: HttpRequest[] = []
  const send = async (request: HttpRequest): Promise<HttpAnswer> => {
    sent.push(request)
    return { status: 200, headers: {}, bytes: new Uint8Array(), ...answers.shift() }
  }
  return { sent, ...createS3Requests(address, SECRET, { send, now: () => now }) }
}

it("signs as Amazon's own example of a listing is signed", async () => {
  const { ask, sent } = asking(ADDRESS)
  await ask({ method: 'GET', path: '', query: { 'max-keys': '2', prefix: 'J' }, signal })
  expect(sent[0]?.url.href).toBe('https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J')
  expect(sent[0]?.headers?.authorization).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, ' +
      'SignedHeaders=host;x-amz-content-sha256;x-amz-date, ' +
      'Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  )
})

it.each([
  [
    'https://oss-cn-hangzhou.aliyuncs.com',
    false,
    'https://examplebucket.oss-cn-hangzhou.aliyuncs.com/team/x',
  ],
  ['http://minio.local:9000', true, 'http://minio.local:9000/examplebucket/team/x'],
  ['https://storage.example/s3/?a=1#b', true, 'https://storage.example/s3/examplebucket/team/x'],
  ['https://somebody:secret@storage.example', true, 'https://storage.example/examplebucket/team/x'],
])('%s, path style %s: the object is at %s', async (endpoint, isPathStyle, url) => {
  const { ask, sent } = asking({ ...ADDRESS, endpoint, isPathStyle, prefix: 'team/' })
  await ask({ method: 'GET', path: 'x', signal })
  expect(sent[0]?.url.href).toBe(url)
})

it('without an access key nothing is signed: for what everybody may read', async () => {
  const { ask, sent } = asking({ ...ADDRESS, accessKeyId: '' })
  await ask({ method: 'GET', path: 'x', signal })
  expect(sent[0]?.headers).toEqual({})
})

it("a refused request is signed once more by the store's clock when ours is far from it", async () => {
  const { ask, sent } = asking(ADDRESS, [
    { status: 403, headers: { date: 'Fri, 24 May 2013 02:00:00 GMT' } },
    {},
    {},
  ])
  expect((await ask({ method: 'HEAD', path: 'x', signal })).status).toBe(200)
  await ask({ method: 'HEAD', path: 'x', signal })
  expect(sent.map(({ headers }) => headers?.['x-amz-date'])).toEqual([
    '20130524T000000Z',
    '20130524T020000Z',
    '20130524T020000Z',
  ])
})

it('a wrong key is not tried twice', async () => {
  const { ask, sent } = asking(ADDRESS, [{ status: 403, headers: { date: 'Fri, 24 May 2013 00:01:00 GMT' } }])
  expect((await ask({ method: 'GET', path: 'x', signal })).status).toBe(403)
  expect(sent).toHaveLength(1)
})

it.each<[string, Partial<S3Address>]>([
  ['IP', { endpoint: 'http://192.168.1.5:9000' }],
  ['AccessKey ID', { accessKeyId: '密钥' }],
  ['区域', { region: '杭州' }],
])('an address that cannot be asked is told before anything is sent: %s', async (words, change) => {
  const { ask, sent } = asking({ ...ADDRESS, ...change })
  await expect(ask({ method: 'GET', path: 'x', signal })).rejects.toMatchObject({
    problem: 'wrong',
    message: expect.stringContaining(words),
  })
  expect(sent).toEqual([])
})
