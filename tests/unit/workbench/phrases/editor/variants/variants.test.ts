import { describe, expect, test } from 'vitest'
import {
  typeOptions,
  typeTakenTwice,
  variantFor,
  variantName,
} from '../../../../../../renderer/workbench/phrases/editor/variants/variants.ts'
import type { PhraseVariant } from '../../../../../../shared/model/phrase.ts'

const FOR_FRIENDS: PhraseVariant = { buyerTypes: ['returning', 'chatty'], body: '又见面啦' }
const FOR_HAGGLERS: PhraseVariant = { buyerTypes: ['haggler'], body: '这已经是活动价' }
const VARIANTS = [FOR_FRIENDS, FOR_HAGGLERS]

describe('wordings for kinds of buyers', () => {
  test('are called by the buyers they are for', () => {
    expect(variantName(FOR_FRIENDS.buyerTypes)).toBe('老客、活泼')
    expect(variantName([])).toBe('新说法')
  })

  test('are chosen by the type, as the panel does; nobody in particular gets the general one', () => {
    expect(variantFor(VARIANTS, 'haggler')).toBe(1)
    expect(variantFor(VARIANTS, 'expert')).toBeNull()
    expect(variantFor(VARIANTS, null)).toBeNull()
  })

  test('a type that has a wording cannot be given a second one', () => {
    const options = typeOptions(VARIANTS, 1)
    expect(options.filter(({ disabled }) => disabled).map(({ label }) => label)).toEqual([
      '活泼（已有说法）',
      '老客（已有说法）',
    ])
    expect(options.find(({ value }) => value === 'haggler')).toMatchObject({ label: '议价', disabled: false })
    expect(typeTakenTwice(VARIANTS)).toBeNull()
    expect(typeTakenTwice([...VARIANTS, FOR_HAGGLERS])).toEqual({ index: 2, type: 'haggler' })
  })
})
