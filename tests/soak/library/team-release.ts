import { hashOf } from '../../../electron/desk/images/image-files.ts'
import { writePack } from '../../../electron/desk/packs/pack-file.ts'
import { fingerprintOf, newPublisherKey } from '../../../electron/desk/packs/signing.ts'
import { PhraseDraft } from '../../../shared/model/phrase.ts'
import { png } from '../../support/images.ts'

/** Made once: keys are dear, and every library here has a name of its own. */
const key = newPublisherKey()
export const FINGERPRINT = fingerprintOf(key.publicKey)

/** The first release of a team's library `id`: a phrase for each code, the first of them with an image. */
export function releaseOf(id: string, codes: readonly string[], image: Buffer): Uint8Array {
  const hash = hashOf(image)
  const phrases = codes.map((code, at) => ({
    id: code,
    draft: PhraseDraft.parse({
      ...{ title: code, code, body: `亲，团队的 ${code}`, groupId: 'g', images: at === 0 ? [hash] : [] },
    }),
  }))
  const { bytes } = writePack(
    { groups: [{ id: 'g', parentId: null, name: `团队 ${id}`, position: 0 }], phrases },
    [{ hash, type: 'image/png', bytes: image }],
    {
      ...{ library: { id, name: `团队 ${id}` }, version: 1, publishedAt: 0, publisherName: '安然' },
      ...{ message: null, mustUpdateBy: null, allowsEdits: false },
    },
    key,
  )
  return bytes
}

/** An image like no other: its colour is `number`. */
export function imageNumber(number: number): Buffer {
  return png(8, 6, [number & 0xff, (number >> 8) & 0xff, (number >> 16) & 0xff])
}
