import { createTRPCClient } from '@trpc/client'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { AppRouter } from '../../../electron/rpc/router.ts'
import { bridgeLink } from '../../../renderer/client/bridge-link.ts'

describe('a page that stops following', () => {
  it('does not mind that the other side is gone already', async () => {
    const unhandled: unknown[] = []
    const note = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', note)
    onTestFinished(() => void process.off('unhandledRejection', note))

    const asked: string[] = []
    const client = createTRPCClient<AppRouter>({
      links: [
        bridgeLink({
          request: async ({ kind }) => {
            asked.push(kind)
            if (kind === 'stop') throw new Error('the connection is closed')
            return { ok: true, data: null }
          },
          subscribe: () => () => {},
        }),
      ],
    })
    client.app.events.subscribe(undefined, { onData: () => {} }).unsubscribe()
    await new Promise((resolve) => setImmediate(resolve))

    expect(asked).toEqual(['subscribe', 'stop'])
    expect(unhandled).toEqual([])
  })
})
