import { beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../electron/desk/database/open-database.ts'
import { createJournal, type Journal } from '../../../electron/desk/undo/journal.ts'
import { temporaryFolder } from '../../support/library.ts'

let dataDir: string
let database: Database
let journal: Journal

beforeEach(() => {
  dataDir = temporaryFolder()
  database = open()
  journal = createJournal(database, { session: 'today', now: () => 1000 })
})

function open(): Database {
  return openDatabase(dataDir)
}

function addGroup(id: string, name: string, parentId: string | null = null, on = database): void {
  on.prepare('INSERT INTO phrase_groups (id, parent_id, name, position) VALUES (?, ?, ?, 0)').run(
    id,
    parentId,
    name,
  )
}

function addPhrase(
  id: string,
  { code = null, groupId = null }: { code?: string | null; groupId?: string | null } = {},
) {
  database
    .prepare(`
      INSERT INTO phrases (id, group_id, source, code, title, body, body_hash, step, buyer_types, tags, questions, pinned,
                           created_at, updated_at)
      VALUES (?, ?, 'personal', ?, ?, ?, 'h', 'greet', '[]', '[]', '[]', 0, 5, 5)`)
    .run(id, groupId, code, `标题${id}`, '亲，在的\u0000"引号"\\')
}

const set = (sql: string, ...values: unknown[]) => database.prepare(sql).run(...values)

/** Everything the library says, table by table. */
function contents(): Record<string, unknown[]> {
  const tables = [
    'phrase_groups',
    'phrases',
    'phrase_use',
    'usage_events',
    'products',
    'skus',
    'removed_products',
    'shops',
  ]
  return Object.fromEntries(
    tables.map((table) => [table, database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]),
  )
}

describe('a step', () => {
  it('is undone and redone as a whole', () => {
    const before = contents()
    journal.step('新建', () => {
      addGroup('g', '售前')
      addPhrase('a', { code: 'x', groupId: 'g' })
      set("UPDATE phrases SET title = '改过', tags = '[\"新\"]' WHERE id = 'a'")
    })
    const after = contents()
    expect(journal.undo().label).toBe('新建')
    expect(contents()).toEqual(before)
    journal.redo()
    expect(contents()).toEqual(after)
    journal.undo()
    expect(contents()).toEqual(before)
    expect(journal.state()).toEqual({ undo: null, redo: { id: 1, label: '新建' } })
  })

  it('gives swapped codes back to whom they belonged', () => {
    addPhrase('a', { code: 'x' })
    addPhrase('b', { code: 'y' })
    const before = contents()
    journal.step('换编码', () => {
      set("UPDATE phrases SET code = NULL WHERE id = 'a'")
      set("UPDATE phrases SET code = 'x' WHERE id = 'b'")
      set("UPDATE phrases SET code = 'y' WHERE id = 'a'")
    })
    journal.undo()
    expect(contents()).toEqual(before)
  })

  it('brings back what left with its owner: the SKUs of a product, the uses of a phrase', () => {
    set("INSERT INTO products VALUES ('p', 'C1', '面霜', NULL, '护肤', 100, '{}', 1)")
    set(
      `INSERT INTO skus VALUES ('p', 0, 'S', '{"颜色":"红"}', 100, 3, NULL), ('p', 1, NULL, '{}', 100, NULL, NULL)`,
    )
    addPhrase('a')
    set("INSERT INTO phrase_use VALUES ('a', 2, 7)")
    set(
      "INSERT INTO usage_events (at, phrase_id, outcome, query_length) VALUES (6, 'a', 'pasted', 0), (7, 'a', 'copied', 1)",
    )
    const before = contents()
    journal.step('删掉', () => {
      set("DELETE FROM products WHERE id = 'p'")
      set("DELETE FROM phrases WHERE id = 'a'")
    })
    expect(contents()).toMatchObject({ skus: [], phrase_use: [], usage_events: [] })
    journal.undo()
    expect(contents()).toEqual(before)
  })

  it('that created a phrase takes its uses along, and brings them back with it', () => {
    journal.step('新建', () => addPhrase('a'))
    set("INSERT INTO phrase_use VALUES ('a', 2, 7)")
    set("INSERT INTO usage_events (at, phrase_id, outcome, query_length) VALUES (6, 'a', 'pasted', 0)")
    const after = contents()
    journal.undo()
    expect(contents()).toMatchObject({ phrases: [], phrase_use: [], usage_events: [] })
    journal.redo()
    expect(contents()).toEqual(after)
  })

  it('leaves what was counted since: only the uses that it added go', () => {
    addPhrase('a')
    set("INSERT INTO phrase_use VALUES ('a', 3, 50)")
    journal.step('合并', () =>
      set("UPDATE phrase_use SET uses = uses + 5, last_used_at = 60 WHERE phrase_id = 'a'"),
    )
    set("UPDATE phrase_use SET uses = uses + 1, last_used_at = 90 WHERE phrase_id = 'a'")
    journal.undo()
    expect(contents().phrase_use).toEqual([{ phrase_id: 'a', uses: 4, last_used_at: 90 }])
    journal.redo()
    expect(contents().phrase_use).toEqual([{ phrase_id: 'a', uses: 9, last_used_at: 90 }])
  })

  it('within a step is part of it', () => {
    journal.step('外面', () => journal.step('里面', () => addGroup('g', '售前')))
    expect(journal.state()).toEqual({ undo: { id: 1, label: '外面' }, redo: null })
  })

  it('is none when it changes nothing', () => {
    addGroup('g', '售前')
    journal.step('不变', () => set("UPDATE phrase_groups SET name = '售前' WHERE id = 'g'"))
    expect(journal.state().undo).toBe(null)
  })

  it('that fails leaves neither changes nor a step', () => {
    addGroup('g', '售前')
    const before = contents()
    expect(() =>
      journal.step('失败', () => {
        addGroup('h', '售后')
        addGroup('i', '售前')
      }),
    ).toThrow('UNIQUE')
    expect(contents()).toEqual(before)
    expect(journal.state().undo).toBe(null)
    // The next change is not taken for a part of the one that failed.
    addGroup('j', '物流')
    expect(journal.state().undo).toBe(null)
  })

  it('cannot wait', () => {
    expect(() => journal.step('等待', async () => addGroup('g', '售前'))).toThrow(TypeError)
    expect(contents().phrase_groups).toEqual([])
  })
})

describe('the steps of a session', () => {
  it('are kept a hundred deep, and undone one after the other', () => {
    addGroup('g', '0')
    for (let count = 1; count <= 120; count++)
      journal.step(`第 ${count} 步`, () =>
        set("UPDATE phrase_groups SET name = ? WHERE id = 'g'", String(count)),
      )
    for (let count = 120; count > 20; count--) {
      expect(journal.undo().label).toBe(`第 ${count} 步`)
      expect(contents().phrase_groups).toMatchObject([{ name: String(count - 1) }])
    }
    expect(() => journal.undo()).toThrow('没有可以撤销的改动')
    for (let count = 21; count <= 120; count++) expect(journal.redo().label).toBe(`第 ${count} 步`)
    expect(contents().phrase_groups).toMatchObject([{ name: '120' }])
    expect(() => journal.redo()).toThrow('没有可以重做的改动')
  })

  it('cannot be redone after something else was done', () => {
    journal.step('一', () => addGroup('a', '甲'))
    journal.undo()
    journal.step('二', () => addGroup('b', '乙'))
    expect(journal.state()).toEqual({ undo: { id: expect.any(Number), label: '二' }, redo: null })
    journal.undo()
    expect(contents().phrase_groups).toEqual([])
    expect(database.prepare('SELECT count(*) FROM undo_steps').pluck().get()).toBe(1)
  })

  it('of others are not undone', () => {
    const others = createJournal(open(), { session: 'yesterday', now: () => 1 })
    others.step('别人的', () => undefined)
    expect(journal.state().undo).toBe(null)
    expect(() => journal.undo()).toThrow('没有可以撤销的改动')
  })

  it('are shared by the connections of one program', () => {
    const connection = open()
    const worker = createJournal(connection, { session: 'today', now: () => 2 })
    worker.step('导入', () => addGroup('g', '导入的', null, connection))
    connection.close()
    expect(journal.undo().label).toBe('导入')
    expect(contents().phrase_groups).toEqual([])
  })
})

describe('a step whose rows were changed since', () => {
  it('is refused in words, with nothing changed, and does not stand in the way of the one before', () => {
    addPhrase('a')
    addPhrase('b')
    journal.step('改 a', () => set("UPDATE phrases SET title = '一' WHERE id = 'a'"))
    journal.step('改两条', () => set("UPDATE phrases SET title = '二' WHERE id IN ('a', 'b')"))
    set("UPDATE phrases SET title = '别处改的' WHERE id = 'b'")
    const standing = contents()
    expect(() => journal.undo()).toThrow(
      /^“改两条”没有撤销：里面的话术《.+》后来在别处改过了。话术库没有改动/,
    )
    expect(contents()).toEqual(standing)
    expect(journal.state().undo?.label).toBe('改 a')
  })

  it('is undone where others only changed something else of them', () => {
    addPhrase('a')
    journal.step('改标题', () => set("UPDATE phrases SET title = '一', updated_at = 6 WHERE id = 'a'"))
    set("UPDATE phrases SET pinned = 1, updated_at = 9 WHERE id = 'a'")
    journal.undo()
    expect(contents().phrases).toMatchObject([{ title: '标题a', pinned: 1 }])
  })

  it('is refused when another has the code that would come back', () => {
    addPhrase('a', { code: 'x' })
    journal.step('删除', () => set("UPDATE phrases SET deleted_at = 1 WHERE id = 'a'"))
    addPhrase('b', { code: 'x' })
    expect(() => journal.undo()).toThrow('没有撤销')
    expect(contents().phrases).toMatchObject([{ deleted_at: 1 }, { id: 'b' }])
  })
})
