import { PhraseFilter, PhraseSort } from '../../../../shared/model/phrase-listing.ts'
import { type Caller, type Ground, inBase64 } from '../ground.ts'
import { asked, prepared, type Question } from './question.ts'

const PHRASE_FILE = '快捷短语编码,快捷短语,快捷短语分组\n,亲，新导入的话术,新组'
const ALL = {
  kind: 'all' as const,
  query: { filter: PhraseFilter.parse({}), sort: PhraseSort.parse({ by: 'place', descending: false }) },
  except: [],
}

/** Imports, exports, backups. What brings back the whole library comes last. */
export function fileQuestions(ground: Ground): Question[] {
  return [...imports(ground), ...exports(ground), ...backups(ground)]
}

async function imported(caller: Caller, text: string): Promise<string> {
  const id = await caller.imports.open()
  await give(caller, id, text)
  return id
}

function give(caller: Caller, id: string, text: string): Promise<void> {
  return caller.imports.give({ id, path: '话术.csv', content: inBase64(text), isLast: true })
}

function imports({ caller }: Ground): Question[] {
  const ready = (turn: number) => imported(caller, `${PHRASE_FILE}${turn}`)
  const after = (id: string) => caller.imports.close(id)
  return [
    asked('imports.open', 5, () => caller.imports.open()),
    prepared('imports.give', 5, {
      ready: () => caller.imports.open(),
      ask: (id) => give(caller, id, PHRASE_FILE),
      after,
    }),
    prepared('imports.look', 5, { ready, after, ask: (id) => caller.imports.look({ id }) }),
    prepared('imports.add', 3, { ready, after, ask: (id) => caller.imports.add({ id }) }),
    prepared('imports.report', 3, {
      ready: async (turn) => {
        const id = await ready(turn)
        await caller.imports.look({ id })
        return id
      },
      after,
      ask: (id) => caller.imports.report(id),
    }),
    prepared('imports.cancel', 3, { ready, after, ask: (id) => caller.imports.cancel(id) }),
    prepared('imports.close', 3, { ready, ask: (id) => caller.imports.close(id) }),
  ]
}

function exports({ caller }: Ground): Question[] {
  return [
    asked('exports.preview, all', 2, () => caller.exports.preview({ choice: ALL, format: 'qianniu' })),
    asked('exports.write, all, Qianniu', 2, () =>
      caller.exports.write({ choice: ALL, format: 'qianniu', encoding: 'gbk' }),
    ),
    asked('exports.write, all, workbook', 1, () => caller.exports.write({ choice: ALL, format: 'workbook' })),
  ]
}

function backups({ caller }: Ground): Question[] {
  const newest = async () => (await caller.backups.state()).backups[0]?.name ?? ''
  return [
    asked('backups.make', 2, () => caller.backups.make()),
    asked('backups.state', 10, () => caller.backups.state()),
    asked('backups.recovery', 10, () => caller.backups.recovery()),
    asked('backups.putRecoveryAway', 5, () => caller.backups.putRecoveryAway()),
    asked('backups.chooseFolder', 3, () => caller.backups.chooseFolder(null)),
    prepared('backups.preview', 5, { ready: newest, ask: (name) => caller.backups.preview(name) }),
    asked('backups.exportEverything', 1, () => caller.backups.exportEverything()),
    prepared('backups.importEverything', 1, {
      ready: async () => (await caller.backups.state()).archives[0]?.name ?? '',
      ask: (name) => caller.backups.importEverything(name),
    }),
    prepared('backups.restore', 1, { ready: newest, ask: (name) => caller.backups.restore(name) }),
  ]
}
