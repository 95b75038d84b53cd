import { symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createGivenPacks } from '../../../../electron/desk/packs/given-packs.ts'
import { PACK_LIMITS } from '../../../../shared/model/pack.ts'
import { temporaryFolder } from '../../../support/library.ts'

const givenPacks = () => {
  let next = 0
  return createGivenPacks(() => `pack ${++next}`)
}

describe('a pack that a window gives', () => {
  it('is there when its last piece has come, as often as it is asked for', () => {
    const packs = givenPacks()
    const id = packs.open()
    packs.give(id, Buffer.from('一半'), false)
    expect(() => packs.bytesOf(id)).toThrow('还没有收完')
    packs.give(id, Buffer.from('又一半'), true)
    expect(Buffer.from(packs.bytesOf(id)).toString()).toBe('一半又一半')
    expect(Buffer.from(packs.bytesOf(id)).toString()).toBe('一半又一半')
    expect(() => packs.give(id, Buffer.from('多的'), true)).toThrow('已经完整')
  })

  it('is forgotten when it is put away, and when windows leave theirs behind', () => {
    const packs = givenPacks()
    const [first, ...others] = Array.from({ length: 4 }, () => packs.open())
    for (const id of others) packs.give(id, Buffer.from(id), true)
    expect(() => packs.give(String(first), Buffer.from('x'), true)).toThrow('已经关闭')
    const [second = ''] = others
    packs.close(second)
    expect(() => packs.bytesOf(second)).toThrow('已经关闭')
  })

  it('ends where it grows beyond what a pack may be', () => {
    const packs = givenPacks()
    const id = packs.open()
    // One buffer, counted as often as it is given.
    const piece = Buffer.alloc(PACK_LIMITS.fileBytes / 8)
    for (let count = 0; count < 8; count++) packs.give(id, piece, false)
    expect(() => packs.give(id, Buffer.from('x'), true)).toThrow('超过 512 MB')
    expect(() => packs.bytesOf(id)).toThrow('已经关闭')
  })
})

it('a pack that the system opens is read when it is looked at; one that is gone is told', () => {
  const packs = givenPacks()
  const file = path.join(temporaryFolder(), '团队.g6pack')
  const id = packs.openFile(file)
  expect(() => packs.bytesOf(id)).toThrow('打不开“团队.g6pack”')
  writeFileSync(file, '内容')
  expect(Buffer.from(packs.bytesOf(id)).toString()).toBe('内容')
})

it.skipIf(process.platform === 'win32')('a device that passes for a pack is not read: it has no end', () => {
  const packs = givenPacks()
  const file = path.join(temporaryFolder(), '团队.g6pack')
  symlinkSync('/dev/zero', file)
  expect(() => packs.bytesOf(packs.openFile(file))).toThrow('打不开“团队.g6pack”')
})
