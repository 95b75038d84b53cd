import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../../../electron/desk/database/migrate.ts'
import { createTeamGroups } from '../../../../electron/desk/packs/team-groups.ts'
import { createTeamLibraries, type HeldLibrary } from '../../../../electron/desk/packs/team-libraries.ts'
import { createPhraseGroups } from '../../../../electron/desk/phrases/phrase-groups.ts'
import type { PackGroup } from '../../../../shared/model/pack.ts'
import { edited, groupEdits, pathsOf } from '../../../support/pack-groups.ts'

const counting = (prefix: string) => {
  let count = 0
  return () => `${prefix}-${++count}`
}

/** A machine with one team's library, in memory. */
function machine(role: HeldLibrary['role'] = 'subscriber') {
  const database = new Database(':memory:')
  migrate(database)
  const newId = counting('here')
  const groups = createPhraseGroups(database, { newId })
  const libraries = createTeamLibraries(database, () => 0)
  const teamGroups = createTeamGroups({ libraries, groups, newId })
  libraries.save({
    ...{
      id: 'team',
      name: '屿禾团队',
      role,
      publicKey: 'key',
      publisher: '安然',
      version: 0,
      manifestHash: '',
    },
    ...{ publishedAt: 0, message: null, mustUpdateBy: null, allowsEdits: true, rootGroups: [] },
    trunk: { version: 0, manifestHash: '' },
  })
  const library = () => libraries.find('team')!

  /** Brings a release's groups in, and says where each stands. */
  const bring = database.transaction((published: readonly PackGroup[]) => {
    const aligned = teamGroups.align(library(), published)
    libraries.save({ ...library(), rootGroups: aligned.rootGroups })
    teamGroups.removeOthers(library(), aligned, published)
    return aligned
  })
  const paths = () => groups.list().map(({ id }) => groups.pathOf(id).join('/'))
  return { groups, libraries, library, bring, paths }
}

/** What a release's groups look like inside of a subscriber's library. */
const within = (container: string, published: readonly PackGroup[]) => [
  container,
  ...pathsOf(published).map((path) => `${container}/${path}`),
]

const group = (id: string, name: string, parentId: string | null = null, position = 0): PackGroup => ({
  ...{ id, parentId, name, position },
})

describe('the groups of a subscriber', () => {
  it('are upstream’s, whatever the lead does to them between two releases', () => {
    fc.assert(
      fc.property(fc.array(groupEdits, { maxLength: 4 }), (releases) => {
        const { bring, paths, libraries, groups } = machine()
        const newId = counting('pack')
        let upstream: PackGroup[] = []
        for (const edits of releases) {
          for (const edit of edits) upstream = edited(upstream, edit, newId)
          const { here } = bring(upstream)
          expect(paths()).toEqual(within('屿禾团队', upstream))
          expect(
            libraries.entries('team', 'group').map(({ entryId, localId }) => [entryId, localId]),
          ).toEqual(upstream.map(({ id }) => [id, here.get(id)]).sort())
          expect([...here.values()].every(groups.exists)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('take each other’s names, and the name of one that is gone', () => {
    const { bring, paths, groups } = machine()
    const first = bring([
      group('a', '大促', null, 0),
      group('b', '日常', null, 1),
      group('c', '售后', null, 2),
    ])
    const second = bring([
      group('a', '日常', null, 0),
      group('b', '大促', null, 1),
      group('d', '售后', null, 2),
    ])
    expect(paths()).toEqual(['屿禾团队', '屿禾团队/日常', '屿禾团队/大促', '屿禾团队/售后'])
    expect(second.here.get('a')).toBe(first.here.get('a'))
    expect(second.here.get('d')).not.toBe(first.here.get('c'))
    expect(groups.exists(first.here.get('c')!)).toBe(false)
  })

  it('change places with what they were in', () => {
    const { bring, paths } = machine()
    bring([group('a', '外'), group('b', '内', 'a')])
    bring([group('b', '内'), group('a', '外', 'b')])
    expect(paths()).toEqual(['屿禾团队', '屿禾团队/内', '屿禾团队/内/外'])
  })

  it('leave the agent’s own as they are: a name, a place, what is in a group that goes', () => {
    const { bring, paths, groups } = machine()
    const { here } = bring([group('a', '大促')])
    const own = groups.create('物流', groups.list()[0]!.id)
    const inside = groups.create('我的', here.get('a')!)
    bring([group('b', '物流')])
    expect(groups.pathOf(own.id)).toEqual(['屿禾团队', '物流'])
    expect(groups.pathOf(inside.id)).toEqual(['屿禾团队', '我的'])
    expect(paths()).toContain('屿禾团队/物流（2）')
    bring([group('b', '我的')])
    bring([])
    expect(paths().sort()).toEqual(['屿禾团队', '屿禾团队/我的', '屿禾团队/物流'])
  })

  it('stay where the agent moved them and as the agent calls them, until the lead does the same', () => {
    const { bring, groups } = machine()
    const { here } = bring([group('a', '大促'), group('b', '日常', 'a')])
    groups.rename(here.get('a')!, '我叫它双11')
    groups.move(here.get('b')!, { parentId: null, before: null })
    bring([group('a', '大促'), group('b', '日常', 'a'), group('c', '新', 'a')])
    expect(groups.pathOf(here.get('a')!)).toEqual(['屿禾团队', '我叫它双11'])
    expect(groups.pathOf(here.get('b')!)).toEqual(['日常'])
    bring([group('a', '双12'), group('c', '新'), group('b', '日常', 'c')])
    expect(groups.pathOf(here.get('b')!)).toEqual(['屿禾团队', '新', '日常'])
    expect(groups.pathOf(here.get('a')!)).toEqual(['屿禾团队', '双12'])
  })

  it('come in whatever the agent did to them meanwhile, and nothing of the agent’s own is lost', () => {
    const doings = fc.array(
      fc.record({
        kind: fc.constantFrom('rename', 'move', 'create', 'remove'),
        at: fc.nat(20),
        to: fc.nat(20),
        name: fc.constantFrom('售前', '大促', '我的'),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(groupEdits, doings), { maxLength: 4 }), (rounds) => {
        const { bring, groups, libraries } = machine()
        const newId = counting('pack')
        const own = new Set<string>()
        let upstream: PackGroup[] = []
        for (const [edits, done] of rounds) {
          for (const edit of edits) upstream = edited(upstream, edit, newId)
          const { here } = bring(upstream)
          expect([...here.keys()].sort()).toEqual(upstream.map(({ id }) => id).sort())
          expect([...own].filter((id) => !groups.exists(id))).toEqual([])
          // Whoever stands in a circle is in no list.
          const listed = groups.list().map(({ id }) => id)
          expect([...here.values()].filter((id) => !listed.includes(id))).toEqual([])
          for (const { kind, at, to, name } of done) {
            const all = groups.list()
            const [one, other] = [all[at % all.length]!.id, all[to % all.length]!.id]
            try {
              if (kind === 'rename') groups.rename(one, name)
              else if (kind === 'move') groups.move(one, { parentId: other, before: null })
              else if (kind === 'create') own.add(groups.create(name, one).id)
              else {
                const inside = groups.withDescendants(one)
                groups.remove(one, null)
                for (const id of inside) own.delete(id)
              }
            } catch {
              // A name that is taken, a group within itself: the page refuses it.
            }
            if (groups.list().length === 0) break
          }
          expect(libraries.find('team')).toBeTruthy()
        }
      }),
      { numRuns: 60 },
    )
  })
})
