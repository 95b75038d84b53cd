import { PhraseFilter, PhraseSort, type SortKey } from '../../../../shared/model/phrase-listing.ts'
import { at, type Ground, QUERIES } from '../ground.ts'
import { asked, prepared, type Question } from './question.ts'

/** What the panel and the pages of phrases ask. */
export function libraryQuestions({ caller, phraseIds, productIds }: Ground): Question[] {
  const query = (filter: Partial<PhraseFilter> = {}, by: SortKey = 'place') => ({
    filter: PhraseFilter.parse(filter),
    sort: PhraseSort.parse({ by, descending: by !== 'place' }),
  })
  const rows = (name: string, of: ReturnType<typeof query>) =>
    asked(name, 20, (turn) => caller.phrases.rows({ query: of, offset: turn * 1_000, limit: 100 }))
  const some = (turn: number) => ({
    kind: 'some' as const,
    ids: Array.from({ length: 20 }, (_, n) => at(phraseIds, turn * 20 + n)),
  })
  const lastGroup = async () => (await caller.groups.list()).at(-1)?.id ?? ''
  const newGroup = (name: string) => caller.groups.create({ name, parentId: null })
  const newPhrase = (title: string) => caller.phrases.create({ title, body: `亲，在的，${title}` })
  const changed = async (turn: number) => {
    const { id } = await newPhrase(`要改的 ${turn}`)
    await caller.phrases.update({ id, draft: { title: `改过的 ${turn}`, body: '亲，改过了' } })
    return id
  }
  return [
    asked('phrases.search', 300, (turn) => caller.phrases.search({ text: at(QUERIES, turn) })),
    asked('phrases.search, nothing typed', 50, () => caller.phrases.search({ text: '' })),
    asked('scripts.render', 300, (turn) =>
      caller.scripts.render({
        ...{ phraseId: at(phraseIds, turn), productId: at(productIds, turn), buyer: null },
      }),
    ),
    asked('scripts.use', 200, (turn) =>
      caller.scripts.use({ phraseId: at(phraseIds, turn), mode: 'copy', query: at(QUERIES, turn) }),
    ),
    asked('scripts.preview', 50, () =>
      caller.scripts.preview({ body: '{{ 商品.价格 | 每天: 90 }}', productId: productIds[0] }),
    ),
    asked('scripts.vocabulary', 30, () => caller.scripts.vocabulary()),
    asked('scripts.copyRemark', 10, () => caller.scripts.copyRemark('今天发货')),
    asked('phrases.list', 100, (turn) => caller.phrases.list({ offset: turn * 900, limit: 100 })),
    rows('phrases.rows', query()),
    rows('phrases.rows, most used first', query({}, 'uses')),
    rows('phrases.rows, searched', query({ text: '退货' })),
    rows('phrases.rows, never used', query({ use: { kind: 'never' } })),
    asked('phrases.placeOf', 20, (turn) =>
      caller.phrases.placeOf({ query: query(), id: at(phraseIds, turn) }),
    ),
    asked('phrases.idsBetween', 20, () => caller.phrases.idsBetween({ query: query(), from: 0, to: 4_999 })),
    asked('phrases.tags', 20, () => caller.phrases.tags()),
    asked('phrases.codeHolder', 50, (turn) =>
      caller.phrases.codeHolder({ code: `k${turn}`, exceptId: null }),
    ),
    asked('phrases.get', 200, (turn) => caller.phrases.get(at(phraseIds, turn))),
    asked('phrases.create', 50, (turn) => newPhrase(`新话术${turn}`)),
    asked('phrases.setPinned', 50, (turn) =>
      caller.phrases.setPinned({ id: at(phraseIds, turn), pinned: turn % 2 === 0 }),
    ),
    asked('phrases.update', 30, (turn) =>
      caller.phrases.update({
        id: at(phraseIds, turn),
        draft: { title: `改过${turn}`, body: `亲，改过的第${turn}条` },
      }),
    ),
    asked('phrases.remove', 20, (turn) => caller.phrases.remove([at(phraseIds, turn)])),
    asked('phrases.restore', 20, (turn) => caller.phrases.restore([at(phraseIds, turn)])),
    asked('phrases.change, 20 of them', 20, (turn) =>
      caller.phrases.change({ choice: some(turn), change: { kind: 'tag', add: [`标签${turn % 5}`] } }),
    ),
    asked('phrases.change, all of them', 2, (turn) =>
      caller.phrases.change({
        choice: { kind: 'all', query: query(), except: [] },
        change: { kind: 'tag', add: [`全部${turn}`] },
      }),
    ),
    asked('undo.undo, all of them', 2, () => caller.undo.undo()),
    asked('undo.state', 50, () => caller.undo.state()),
    prepared('undo.undo', 20, { ready: changed, ask: () => caller.undo.undo() }),
    prepared('undo.redo', 20, {
      ready: async (turn) => {
        await changed(turn)
        await caller.undo.undo()
      },
      ask: () => caller.undo.redo(),
    }),
    prepared('revisions.list', 20, { ready: changed, ask: (id) => caller.revisions.list(id) }),
    prepared('revisions.restore', 20, {
      ready: changed,
      ask: (phraseId) => caller.revisions.restore({ phraseId, revision: 1 }),
    }),
    asked('duplicates.find', 2, () => caller.duplicates.find()),
    asked('duplicates.compare', 20, (turn) =>
      caller.duplicates.compare([at(phraseIds, turn), at(phraseIds, turn + 1)]),
    ),
    prepared('duplicates.merge', 10, {
      ready: async (turn) => [await newPhrase(`重复 ${turn}`), await newPhrase(`重复 ${turn} 又`)] as const,
      ask: ([kept, other]) =>
        caller.duplicates.merge({ keepId: kept.id, othersIds: [other.id], codeFrom: null }),
    }),
    asked('groups.list', 50, () => caller.groups.list()),
    asked('groups.create', 20, (turn) => newGroup(`新组${turn}`)),
    asked('groups.rename', 3, async (turn) =>
      caller.groups.rename({ id: await lastGroup(), name: `改名${turn}` }),
    ),
    asked('groups.move', 5, async () =>
      caller.groups.move({ id: await lastGroup(), place: { parentId: null, before: null } }),
    ),
    prepared('groups.merge', 3, {
      ready: async (turn) => [await newGroup(`并入 ${turn}`), await newGroup(`并掉 ${turn}`)] as const,
      ask: ([into, group]) => caller.groups.merge({ id: group.id, into: into.id }),
    }),
    asked('groups.remove', 3, async () => caller.groups.remove({ id: await lastGroup(), moveTo: null })),
  ]
}
