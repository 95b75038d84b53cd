import { createHash } from 'node:crypto'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { filesOf } from '../../../../electron/desk/packs/pack-contents.ts'
import { readPack, writePack } from '../../../../electron/desk/packs/pack-file.ts'
import type { PackImage, Release } from '../../../../electron/desk/packs/signed-release.ts'
import {
  fingerprintOf,
  newPublisherKey,
  readPublisherKey,
  signBytes,
  writePublisherKey,
} from '../../../../electron/desk/packs/signing.ts'
import type { PackContents, PackPhrase } from '../../../../shared/model/pack.ts'
import { PhraseDraft, type PhraseDraftInput } from '../../../../shared/model/phrase.ts'
import { canonicalJson } from '../../../../shared/packs/canonical.ts'

const KEY = newPublisherKey()
const RELEASE: Release = {
  library: { id: 'lib-1', name: '屿禾团队话术' },
  version: 3,
  publishedAt: 1_795_000_000_000,
  message: '双11 口径',
  mustUpdateBy: '2026-11-10',
  allowsEdits: false,
  publisherName: '安然',
}
const PNG = Buffer.from('89504e470d0a1a0a', 'hex')
const IMAGE: PackImage = { hash: sha256(PNG), type: 'image/png', bytes: PNG }

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

const phrase = (id: string, said: Partial<PhraseDraftInput> = {}): PackPhrase => ({
  id,
  draft: PhraseDraft.parse({ title: `话术${id}`, body: '亲，在的😀', groupId: 'g2', ...said }),
})

const CONTENTS: PackContents = {
  groups: [
    { id: 'g1', parentId: null, name: '迎接', position: 0 },
    { id: 'g2', parentId: 'g1', name: '大促', position: 0 },
  ],
  phrases: [phrase('p1'), phrase('p2', { images: [IMAGE.hash], tags: ['b', 'a'], code: 'DC1' })],
}

const packed = (contents = CONTENTS, images = [IMAGE]) => writePack(contents, images, RELEASE, KEY).bytes

/** The pack with other files in it, signed anew as its own publisher would. */
function forged(change: (files: Record<string, Uint8Array<ArrayBufferLike>>) => void, key = KEY): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(packed())
  change(files)
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] as Uint8Array).toString())
  const listed = Object.keys(files).filter((name) => !name.startsWith('manifest.'))
  manifest.files = listed.sort().map((path) => ({
    ...{ path, bytes: files[path]!.length, sha256: sha256(files[path]!) },
  }))
  manifest.publisher.publicKey = key.publicKey
  files['manifest.json'] = Buffer.from(canonicalJson(manifest))
  files['manifest.sig'] = signBytes('pack', files['manifest.json'], key)
  return zipSync(files)
}

const withFile = (path: string, bytes: Uint8Array) =>
  forged((files) => {
    files[path] = bytes
  })

const withPhrases = (entries: unknown) => withPhraseFile(JSON.stringify(entries))

const withPhraseFile = (content: string) =>
  forged((files) => {
    const path = Object.keys(files).find((name) => name.startsWith('phrases/')) as string
    files[path] = Buffer.from(content)
  })

describe('a pack', () => {
  it('holds what was put in, and who published it', () => {
    const { manifest, contents, images } = readPack(packed())
    expect(contents).toEqual(CONTENTS)
    expect([...images.keys()]).toEqual([IMAGE.hash])
    expect(manifest).toMatchObject({
      version: 3,
      message: '双11 口径',
      publisher: { publicKey: KEY.publicKey },
    })
  })

  it('is the same to the byte for the same contents, in whatever order they come', () => {
    const reordered = { groups: CONTENTS.groups.toReversed(), phrases: CONTENTS.phrases.toReversed() }
    expect(Buffer.from(packed()).equals(packed(reordered))).toBe(true)
  })

  it('has only few files that another edition of one phrase changes', () => {
    const many = Array.from({ length: 2000 }, (_, n) => phrase(`p${n}`))
    const before = filesOf({ groups: CONTENTS.groups, phrases: many })
    const after = filesOf({
      groups: CONTENTS.groups,
      phrases: many.map((entry) => (entry.id === 'p7' ? phrase('p7', { body: '新的口径' }) : entry)),
    })
    const changed = [...after].filter(([path, bytes]) => !before.get(path)?.equals(bytes))
    expect(changed).toHaveLength(1)
    expect(changed[0]?.[1].length).toBeLessThan(10_000)
  })

  it('of nothing at all is a pack', () => {
    expect(readPack(packed({ groups: [], phrases: [] }, [])).contents).toEqual({ groups: [], phrases: [] })
  })
})

describe('a pack that is not what its publisher wrote', () => {
  const changed = (change: (files: Record<string, Uint8Array<ArrayBufferLike>>) => void) => {
    const files = unzipSync(packed())
    change(files)
    return zipSync(files)
  }

  it.each([
    ['is no ZIP file', Buffer.from('快捷短语'), '文件不完整'],
    ['is cut off', packed().subarray(0, 300), '文件不完整'],
    ['is another kind of ZIP', zipSync({ 'a.txt': Buffer.from('a') }), '不是黄金六秒的话术包'],
    [
      'has another message',
      changed((files) => {
        const text = Buffer.from(files['manifest.json'] as Uint8Array).toString()
        files['manifest.json'] = Buffer.from(text.replace('双11 口径', '双12 口径'))
      }),
      '签名不对',
    ],
    [
      'has another phrase',
      changed((files) => {
        const path = Object.keys(files).find((name) => name.startsWith('phrases/')) as string
        files[path] = Buffer.from(Buffer.from(files[path]!).toString().replace('DC1', 'DC2'))
      }),
      '和发布时不一样',
    ],
    [
      'lacks a file',
      changed((files) => {
        delete files['groups.json']
      }),
      '缺少 groups.json',
    ],
    [
      'is signed by somebody else',
      changed((files) => {
        files['manifest.sig'] = signBytes('pack', files['manifest.json']!, newPublisherKey())
      }),
      '签名不对',
    ],
  ])('is refused when it %s', (_, bytes, why) => {
    expect(() => readPack(bytes)).toThrow(why)
  })
})

describe('a pack whose publisher means harm', () => {
  it.each([
    ['a path out of its folder', withFile('../evil.json', Buffer.from('[]')), '目录不合规则'],
    ['an absolute path', withFile('/etc/passwd', Buffer.from('')), '目录不合规则'],
    ['an image that is another', withFile(`images/${'0'.repeat(64)}.png`, PNG), '不合规则'],
    ['a phrase without a title', withPhrases([{ id: 'p1', draft: { body: 'a' } }]), '内容不合规则'],
    ['an id that is a path', withPhrases([{ id: '../p', draft: { title: 'a', body: 'a' } }]), '内容不合规则'],
    [
      'a script that does not parse',
      withPhrases([{ id: 'p', draft: { title: 'a', body: '{% if %}' } }]),
      '不能解析',
    ],
    ['two phrases of one id', withPhrases([1, 2].map(() => phrase('p', { groupId: null }))), '编号相同'],
    ['a group that is nowhere', withPhrases([phrase('p', { groupId: 'g9' })]), '分组不在文件里'],
    ['an image that is nowhere', withPhrases([phrase('p', { images: ['a'.repeat(64)] })]), '图片不在文件里'],
    ['a pin', withPhrases([phrase('p', { pinned: true })]), '置顶'],
    ['JSON that is deep', withPhraseFile(`${'['.repeat(5000)}${']'.repeat(5000)}`), '内容不合规则'],
    [
      'groups in a circle',
      forged((files) => {
        const [a, b] = [
          { id: 'a', parentId: 'b', name: 'a', position: 0 },
          { id: 'b', parentId: 'a', name: 'b', position: 0 },
        ]
        files['groups.json'] = Buffer.from(JSON.stringify([a, b, ...CONTENTS.groups]))
      }),
      '嵌套得太深',
    ],
  ])('is refused for %s', (_, bytes, why) => {
    expect(() => readPack(bytes)).toThrow(why)
  })

  it('is refused for being a bomb before it is unpacked', () => {
    const zeros = Buffer.alloc(60 * 1024 * 1024)
    const bomb = withFile('phrases/0001.json', zeros)
    expect(bomb.length).toBeLessThan(200_000)
    expect(() => readPack(bomb)).toThrow('大得不合常理')
  })

  it('adds nothing to the prototypes of the program', () => {
    const entry = JSON.parse(
      '{"id":"p","draft":{"title":"a","body":"a","__proto__":{"polluted":1}},"__proto__":{"x":1}}',
    )
    readPack(withPhrases([entry, phrase('q', { groupId: null })]))
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('the key of a publisher', () => {
  it('is the same after it went through a file, with a passphrase and without', () => {
    for (const passphrase of [undefined, '双11不打烊']) {
      const again = readPublisherKey(writePublisherKey(KEY, passphrase), passphrase)
      expect(again.publicKey).toBe(KEY.publicKey)
      expect(() => readPack(writePack(CONTENTS, [IMAGE], RELEASE, again).bytes)).not.toThrow()
    }
    expect(() => readPublisherKey(writePublisherKey(KEY, 'right'), 'wrong')).toThrow()
  })

  it('is told apart by its fingerprint', () => {
    expect(fingerprintOf(KEY.publicKey)).toMatch(/^([0-9A-F]{4}-){4}[0-9A-F]{4}$/)
    expect(fingerprintOf(newPublisherKey().publicKey)).not.toBe(fingerprintOf(KEY.publicKey))
  })
})
