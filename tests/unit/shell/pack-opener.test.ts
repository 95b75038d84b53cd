import { expect, it } from 'vitest'
import { createPackOpener } from '../../../electron/shell/pack-opener.ts'

it('packs that come before the program can open them wait, those that come later do not', () => {
  const opened: string[] = []
  const packs = createPackOpener()
  packs.open('第一版.g6pack')
  packs.start((file) => opened.push(file))
  expect(opened).toEqual(['第一版.g6pack'])
  packs.open('第二版.g6pack')
  expect(opened).toEqual(['第一版.g6pack', '第二版.g6pack'])
})
