import { describe, expect, it } from 'vitest'
import { imagesAmong, movedTo, pastedImages } from '../../../../renderer/workbench/images/image-order.ts'

const file = (name: string, type: string) => new File(['x'], name, { type })
const picture = file('尺码表.png', 'image/png')

describe('the order of images', () => {
  it.each<[number, number, string]>([
    [0, 2, 'bca'],
    [2, 0, 'cab'],
    [1, 1, 'abc'],
    [0, -1, 'abc'],
    [2, 3, 'abc'],
  ])('from place %i to %i', (from, to, order) => {
    expect(movedTo(['a', 'b', 'c'], from, to).join('')).toBe(order)
  })
})

describe('what a paste means', () => {
  const pasted = (files: File[], types: string[]) => pastedImages({ files, types } as unknown as DataTransfer)

  it('is a screenshot, or a picture that was copied from a page', () => {
    expect(pasted([picture], ['Files'])).toEqual([picture])
    expect(pasted([picture], ['text/html', 'Files'])).toEqual([picture])
  })

  it('is the text where an office program puts a picture of it beside it', () => {
    expect(pasted([picture], ['text/plain', 'text/html', 'Files'])).toEqual([])
  })

  it('is no other file', () => {
    expect(imagesAmong([picture, file('价格.xlsx', 'application/vnd.ms-excel')])).toEqual([picture])
  })
})
