import { describe, expect, it } from 'vitest'
import { hasLeftTrunk, lacks } from '../../../../electron/desk/packs/lineage.ts'
import type { HeldLibrary } from '../../../../electron/desk/packs/team-libraries.ts'

/** A library at `version`, whose manifest is named after it. */
const library = (
  role: HeldLibrary['role'],
  manifestHash: string,
  trunk: HeldLibrary['trunk'] = { version: 0, manifestHash: '' },
): HeldLibrary => ({
  ...{ id: 'team', name: '屿禾团队', role, publicKey: 'key', publisher: '安然', publishedAt: 0 },
  ...{ message: null, mustUpdateBy: null, allowsEdits: true, rootGroups: [] },
  ...{ version: Number(manifestHash.slice(1)), manifestHash, trunk },
})
const release = (manifestHash: string) => ({ version: Number(manifestHash.slice(1)), manifestHash })
const trunk = release

describe('whether a library lacks what a channel offers', () => {
  it('is told by the number for who subscribes', () => {
    expect(lacks(library('subscriber', 'c2'), release('c3'))).toBe(true)
    expect(lacks(library('subscriber', 'c3'), release('c3'))).toBe(false)
    expect(lacks(library('subscriber', 'c3'), release('c2'))).toBe(false)
  })

  it('is told by the trunk for who publishes, whatever numbers releases in files took', () => {
    // c: in the channel, f: a file from here, x: what another lead put into the channel.
    const ahead = library('publisher', 'f4', trunk('c2'))
    expect(lacks(ahead, release('c2'))).toBe(false)
    expect(lacks(ahead, release('x2'))).toBe(true)
    expect(lacks(ahead, release('x3'))).toBe(true)
    expect(lacks(ahead, release('x4'))).toBe(true)
    expect(lacks(ahead, release('x5'))).toBe(true)
    expect(hasLeftTrunk(ahead)).toBe(true)
    expect(hasLeftTrunk(library('publisher', 'c2', trunk('c2')))).toBe(false)
  })

  it('is denied of an old head that somebody put back: who publishes writes on top of it', () => {
    expect(lacks(library('publisher', 'c4', trunk('c4')), release('c2'))).toBe(false)
  })

  it('goes by the number where nothing is known of a channel, and takes none of the same for the same', () => {
    const file = library('publisher', 'f3')
    expect(lacks(file, release('x2'))).toBe(false)
    expect(lacks(file, release('x3'))).toBe(true)
    expect(lacks(file, release('x4'))).toBe(true)
    expect(lacks(file, release('f3'))).toBe(false)
  })
})
