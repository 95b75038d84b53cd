import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { portableFolder } from '../../../electron/shell/portable.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portable-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const program = () => path.join(folder, 'Golden Six.exe')
const beside = (name: string) => path.join(folder, name)

it('an installed program has nothing beside it', () => {
  expect(portableFolder(program())).toBeNull()
  expect(existsSync(beside('data'))).toBe(false)
})

it('a portable one keeps everything in a folder beside it', () => {
  writeFileSync(beside('portable.txt'), '')
  expect(portableFolder(program())).toBe(beside('data'))
  expect(existsSync(beside('data'))).toBe(true)
})

it('a portable one where nothing can be written says so, and what to do', () => {
  writeFileSync(beside('portable.txt'), '')
  writeFileSync(beside('data'), 'in the way, like a folder that is read-only')
  expect(() => portableFolder(program())).toThrow(/不能写.*请把整个文件夹移到/)
})
