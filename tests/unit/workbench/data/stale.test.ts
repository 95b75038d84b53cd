import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, describe, expect, test } from 'vitest'
import { KEYS } from '../../../../renderer/workbench/data/keys.ts'
import { lookAgain, noticeEvent } from '../../../../renderer/workbench/data/stale.ts'

const client = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
})

/** A page that shows what the desk answers to one question, each answer when the test lets it go. */
function shown(queryKey: string[]) {
  const asked: ((answer: string) => void)[] = []
  const queryFn = () => new Promise<string>((resolve) => asked.push(resolve))
  const observer = new QueryObserver<string>(client, { queryKey, queryFn })
  const stop = observer.subscribe(() => {})
  return {
    /** How often the desk was asked. */
    get times() {
      return asked.length
    },
    text: () => observer.getCurrentResult().data,
    async answer(text: string) {
      asked.at(-1)?.(text)
      await expect.poll(() => observer.getCurrentResult().data).toBe(text)
    },
    stop,
  }
}

afterEach(() => client.clear())

describe('what the desk tells', () => {
  test('has a page ask again what it shows', async () => {
    const page = shown([KEYS.followUps, 'list'])
    await page.answer('one')
    noticeEvent(client, { kind: 'follow-ups-changed' })
    await page.answer('one, two')
    expect(page.times).toBe(2)
    page.stop()
  })

  test('while the first answer is on its way has the page ask once more: that answer may be of before', async () => {
    const page = shown([KEYS.followUps, 'list'])
    noticeEvent(client, { kind: 'follow-ups-changed' })
    noticeEvent(client, { kind: 'follow-ups-changed' })
    await page.answer('one')
    await expect.poll(() => page.times).toBe(2)
    await page.answer('one, two')
    expect(page.times).toBe(2)
    page.stop()
  })

  test('of something else leaves a page as it is', async () => {
    const page = shown([KEYS.products, 'list'])
    await page.answer('a skirt')
    noticeEvent(client, { kind: 'follow-ups-changed' })
    expect(page.times).toBe(1)
    page.stop()
  })
})

describe('a phrase that was used', () => {
  test('is counted in the table when one looks there again, however often it was used', async () => {
    const table = shown([KEYS.phrases, 'rows'])
    const tree = shown([KEYS.groups])
    await table.answer('used once')
    await tree.answer('售前')
    for (let use = 0; use < 20; use++) noticeEvent(client, { kind: 'phrase-used' })
    expect(table.times).toBe(1)
    expect(table.text()).toBe('used once')
    lookAgain(client)
    await table.answer('used 21 times')
    expect(table.times).toBe(2)
    expect(tree.times).toBe(1)
    table.stop()
    tree.stop()
  })

  test('or not: looking again asks nothing', async () => {
    const table = shown([KEYS.phrases, 'rows'])
    await table.answer('used once')
    lookAgain(client)
    expect(table.times).toBe(1)
    table.stop()
  })
})
