import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readPack, writePack } from '../../electron/desk/packs/pack-file.ts'
import { newPublisherKey } from '../../electron/desk/packs/signing.ts'
import { PhraseDraft } from '../../shared/model/phrase.ts'
import { mangled } from './mangled.ts'
import { FUZZ_LIMIT_MS, fuzzing } from './runs.ts'

let pack: { name: string; bytes: Uint8Array }

beforeAll(() => {
  const phrases = Array.from({ length: 40 }, (_, n) => ({
    id: `p${n}`,
    draft: PhraseDraft.parse({ title: `话术${n}`, body: `亲，第 ${n} 条`, groupId: 'g' }),
  }))
  const { bytes } = writePack(
    { groups: [{ id: 'g', parentId: null, name: '售前', position: 0 }], phrases },
    [],
    {
      ...{
        library: { id: 'lib', name: '团队' },
        version: 1,
        publishedAt: 0,
        message: null,
        mustUpdateBy: null,
      },
      ...{ allowsEdits: false, publisherName: '安然' },
    },
    newPublisherKey(),
  )
  pack = { name: '团队.g6pack', bytes }
})

describe('packs that were damaged on their way', () => {
  it('are what was published or refused in words', { timeout: FUZZ_LIMIT_MS }, () => {
    const whole = readPack(pack.bytes).contents
    fc.assert(
      fc.property(mangled([pack]), ({ bytes }) => {
        try {
          expect(readPack(bytes).contents).toEqual(whole)
        } catch (error) {
          expect(error).toMatchObject({
            code: 'pack-refused',
            message: expect.stringMatching(/^没有导入这个话术包：\p{Script=Han}/u),
          })
        }
      }),
      fuzzing(400),
    )
  })
})
