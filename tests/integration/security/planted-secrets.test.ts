import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { browserDesktop } from '../../../electron/browser-host/browser-desktop.ts'
import { type Desk, openDesk } from '../../../electron/desk/open-desk.ts'
import { appRouter } from '../../../electron/rpc/router.ts'
import { createCallerFactory } from '../../../electron/rpc/trpc.ts'
import { temporaryFolder } from '../../support/library.ts'

/** What buyers say and are, and what agents type about them. None of it may lie anywhere in the clear. */
const SECRETS = {
  nickname: '暗号昵称小鱼儿',
  note: '暗号备注脚背高',
  query: '暗号查询怀孕能用吗',
  blank: '暗号填空张三收',
  phone: '13800138000',
  message: '暗号消息我住文三路',
}

/** Everything the program prints while `work` is under way. */
async function printedDuring(work: () => Promise<void>): Promise<string> {
  const printed: string[] = []
  const spies = (['log', 'info', 'warn', 'error'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...words) => void printed.push(words.map(String).join(' '))),
  )
  await work()
  for (const spy of spies) spy.mockRestore()
  return printed.join('\n')
}

/** Every byte under `folder`; what archives hold, unpacked. */
function everythingUnder(folder: string): { file: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      const bytes = readFileSync(file)
      const parts = file.endsWith('.zip') ? Object.entries(unzipSync(bytes)) : []
      return [
        { file, bytes },
        ...parts.map(([name, part]) => ({ file: `${file}!${name}`, bytes: Buffer.from(part) })),
      ]
    })
}

/** A day's work with a buyer, over the router as the panel does it. */
async function serve(desk: Desk): Promise<void> {
  const caller = createCallerFactory(appRouter)({ desk, desktop: browserDesktop, appVersion: '0' })
  const buyer = { nickname: SECRETS.nickname, measures: { heightCm: 165 } }
  const kept = await caller.customers.create({
    ...buyer,
    notes: [{ at: 1, text: `${SECRETS.note} ${SECRETS.phone}` }],
  })
  const phrase = await caller.phrases.create({ title: '收件', body: '亲，{{ 收件人 }}，请核对' })
  await caller.phrases.search({ text: SECRETS.query, buyer })
  await caller.scripts.render({
    phraseId: phrase.id,
    message: SECRETS.message,
    blanks: { 收件人: SECRETS.blank },
  })
  await caller.scripts.use({
    phraseId: phrase.id,
    buyer,
    blanks: { 收件人: SECRETS.blank },
    mode: 'copy',
    query: SECRETS.query,
  })
  // What goes wrong is told too, and must not tell more than that.
  await caller.phrases.get(SECRETS.query.slice(0, 60)).catch(() => undefined)
  await caller.customers.create(buyer).catch(() => undefined)
  await caller.customers
    .update({ id: kept.id, draft: { nickname: SECRETS.nickname.repeat(20) } })
    .catch(() => undefined)
  await caller.backups.make()
  await caller.backups.exportEverything()
  await caller.figures.sixSeconds()
}

describe('what buyers say, and what is typed about them', () => {
  it('lies nowhere in the clear: library, log of writes, backups, archive, settings, keys, prints', async () => {
    const dataDir = temporaryFolder()
    const desk = openDesk({ dataDir, empty: true })
    onTestFinished(() => desk.close())
    const printed = await printedDuring(() => serve(desk))
    const files = everythingUnder(dataDir)
    expect(files.map(({ file }) => path.extname(file))).toEqual(
      expect.arrayContaining(['.sqlite', '.zip', '.json']),
    )
    for (const [what, secret] of Object.entries(SECRETS)) {
      expect(printed, what).not.toContain(secret)
      for (const encoding of ['utf8', 'utf16le'] as const)
        for (const { file, bytes } of files)
          expect(bytes.includes(Buffer.from(secret, encoding)), `${what} in ${file}`).toBe(false)
    }
  })

  it('is found by this search, were it there', async () => {
    const dataDir = temporaryFolder()
    const desk = openDesk({ dataDir, empty: true })
    onTestFinished(() => desk.close())
    desk.phrases.create({ title: SECRETS.query, body: SECRETS.note })
    const files = everythingUnder(dataDir)
    for (const secret of [SECRETS.query, SECRETS.note])
      expect(files.some(({ bytes }) => bytes.includes(Buffer.from(secret)))).toBe(true)
  })
})
