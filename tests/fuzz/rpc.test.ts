import path from 'node:path'
import { inspect } from 'node:util'
import { getTRPCErrorShape, TRPCError } from '@trpc/server'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { browserDesktop } from '../../electron/browser-host/browser-desktop.ts'
import { DATABASE_FILE } from '../../electron/desk/database/open-database.ts'
import { DeskError } from '../../electron/desk/desk-error.ts'
import { type Desk, openDesk } from '../../electron/desk/open-desk.ts'
import type { Desktop } from '../../electron/rpc/desktop.ts'
import { appRouter } from '../../electron/rpc/router.ts'
import { createCallerFactory } from '../../electron/rpc/trpc.ts'
import { makeFolder } from './folder.ts'
import { FUZZ_LIMIT_MS, fuzzing } from './runs.ts'
import { inputsFor } from './values-of-schema.ts'

/** For each procedure that takes an input; the others are asked once. */
const RUNS = 60

interface Procedure {
  _def: { type: 'query' | 'mutation' | 'subscription'; inputs: z.ZodType[] }
}

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>).filter(
  ([, { _def }]) => _def.type !== 'subscription',
)

const NO_HOTKEY = { status: 'unavailable', reason: 'none' } as const

/** A desktop that does nothing: what the pages ask of it is not at issue here. */
const desktop = new Proxy(
  {
    onEvent: () => () => undefined,
    pasteTraces: () => [],
    sidecar: browserDesktop.sidecar,
    hotkeys: () => ({ panel: NO_HOTKEY, capture: NO_HOTKEY, nickname: NO_HOTKEY, sidecar: NO_HOTKEY }),
  } as Partial<Desktop> as Desktop,
  {
    get: (answers, name) =>
      Reflect.get(answers, name) ?? (() => ({ status: 'failed', message: 'none', promise: null })),
  },
)

const folder = makeFolder()
let desk: Desk
let watcher: Database.Database

beforeAll(async () => {
  desk = openDesk({ dataDir: folder.path })
  await desk.ready()
  watcher = new Database(path.join(folder.path, DATABASE_FILE), { readonly: true })
})

afterAll(async () => {
  watcher?.close()
  await desk?.close()
  folder.remove()
})

/** Rises with every commit of the desk. */
const commits = () => watcher.pragma('data_version', { simple: true })

describe('what a page may send', () => {
  it.each(procedures)(
    '%s refuses what it cannot take, in words, and changes nothing then',
    { timeout: FUZZ_LIMIT_MS },
    async (name, { _def }) => {
      const caller = createCallerFactory(appRouter)({ desk, desktop, appVersion: '0' })
      const call = name.split('.').reduce<unknown>((at, part) => Reflect.get(at as object, part), caller)
      await fc.assert(
        fc.asyncProperty(inputsFor(_def.inputs[0]), async (input) => {
          const before = commits()
          const refusal = await refusalOf(name, () => (call as (input: unknown) => Promise<unknown>)(input))
          if (refusal === null) return
          expect(refusal).toMatch(/\p{Script=Han}/u)
          expect(refusal).not.toMatch(/SQLITE|node_modules|\.ts:\d|at Object/)
          expect(commits()).toBe(before)
        }),
        { ...fuzzing(_def.inputs.length > 0 ? RUNS : 1), reporter: failBriefly },
      )
      expect(Reflect.get({}, 'polluted')).toBe(undefined)
      expect(desk.integrityProblems()).toEqual([])
    },
  )
})

/** The words with which a call was refused, or null when it was answered; any other end of it is a fault. */
async function refusalOf(path: string, call: () => Promise<unknown>): Promise<string | null> {
  try {
    await call()
    return null
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error
    if (!(error.cause instanceof DeskError) && error.code !== 'BAD_REQUEST') throw error.cause ?? error
    const said = { error, path, type: 'query' as const, input: undefined, ctx: undefined }
    return getTRPCErrorShape({ config: appRouter._def._config, ...said }).message
  }
}

/** A hostile input may be a page long: its beginning is enough to find it again by the seed. */
function failBriefly({ failed, counterexample, errorInstance }: fc.RunDetails<[unknown]>): void {
  if (!failed) return
  const input = inspect(counterexample?.[0], { depth: 6, maxStringLength: 100, maxArrayLength: 5 })
  throw new Error(`for the input ${input}`, { cause: errorInstance })
}
