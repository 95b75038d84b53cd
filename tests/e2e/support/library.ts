import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import iconv from 'iconv-lite'
import type { PhraseVariant } from '../../../shared/model/phrase.ts'
import type { PhraseImportOutcome } from '../../../shared/model/phrase-transfer.ts'
import type { RenderedScript } from '../../../shared/model/script.ts'
import type { Settings } from '../../../shared/model/settings.ts'
import type { Waiver } from '../../../shared/model/wording.ts'
import { node24, root } from './runtime.ts'

/** A row of Qianniu's phrase file: code, text, group. */
export type QianniuRow = readonly [code: string, text: string, group: string]

const HEADER = ['快捷短语编码', '快捷短语', '快捷短语分组']

export interface UsageEvent {
  outcome: 'pasted' | 'copied'
  query_length: number
  took_ms: number | null
}

export interface StoredFacts {
  group: string | null
  step: string
  tags: string[]
  validFrom: string | null
  validUntil: string | null
  archived: 0 | 1
}

export interface StoredSku {
  code: string | null
  attributes: Record<string, string>
  price_fen: number
  stock: number | null
  stock_updated_at: number | null
}

export interface StoredProduct {
  name: string
  price_fen: number
  facts: Record<string, unknown>
  skus: StoredSku[]
}

const csvLine = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')

/** The folder of one library, seen from outside the program: its files, its database, the command line. */
export class Library {
  /** What the program is given as `--data-dir`; a program that is kept for many stories has it elsewhere. */
  dataDir: string
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
    this.dataDir = path.join(folder, 'library')
  }

  /** Writes a phrase file as Qianniu exports it, in GBK unless told otherwise. Returns its path. */
  writeQianniuFile(rows: readonly QianniuRow[], encoding: 'gbk' | 'utf8' = 'gbk'): string {
    const file = path.join(this.#folder, '千牛快捷短语.csv')
    writeFileSync(
      file,
      iconv.encode([HEADER, ...rows].map(csvLine).join('\r\n'), encoding, { addBOM: encoding === 'utf8' }),
    )
    return file
  }

  /** Fills the library by the command line, as a lead's script does. Without `starter` it holds these phrases alone. */
  async fill(
    rows: readonly QianniuRow[],
    { encoding = 'gbk', starter = false } = {},
  ): Promise<PhraseImportOutcome> {
    const file = this.writeQianniuFile(rows, encoding as 'gbk' | 'utf8')
    const outcome = await this.desk<PhraseImportOutcome>('import', file, ...(starter ? [] : ['--empty']))
    if (!outcome.ok || outcome.added !== rows.length)
      throw new Error(`not imported: ${JSON.stringify(outcome)}`)
    return outcome
  }

  /** What the command line makes of a phrase of the library. */
  rendered(code: string, ...options: string[]): Promise<RenderedScript> {
    return this.desk<RenderedScript>('render', code, ...options)
  }

  /** `golden-six … --json` on this library. */
  desk<T>(...args: string[]): Promise<T> {
    return new Promise((resolve, reject) => {
      const line = [path.join(root, 'out/main/cli.js'), ...args, '--json', '--data-dir', this.dataDir]
      execFile(node24, line, (error, stdout, stderr) => {
        if (stdout === '') reject(error ?? new Error(stderr))
        else resolve(JSON.parse(stdout) as T)
      })
    })
  }

  /** Every use that the program wrote down, oldest first. */
  uses(): UsageEvent[] {
    return this.#rows<UsageEvent>('SELECT outcome, query_length, took_ms FROM usage_events ORDER BY id')
  }

  /** Bodies of the phrases that are there and not deleted, by title. */
  bodies(): Record<string, string> {
    const rows = this.#rows<{ title: string; body: string }>(
      'SELECT title, body FROM phrases WHERE deleted_at IS NULL',
    )
    return Object.fromEntries(rows.map(({ title, body }) => [title, body]))
  }

  /** What the database holds of a phrase's other wordings, and of the words that may stand in it. */
  phrase(title: string): { variants: PhraseVariant[]; waivers: Waiver[] } {
    const rows = this.#rows<{ title: string; variants: string; waivers: string }>(
      'SELECT title, variants, waivers FROM phrases WHERE deleted_at IS NULL',
    )
    const row = rows.find((one) => one.title === title)
    if (!row) throw new Error(`there is no phrase called ${title}`)
    return { variants: JSON.parse(row.variants), waivers: JSON.parse(row.waivers) }
  }

  /** The images of a phrase's first message, by hash, and the messages after it. */
  messages(title: string): { images: string[]; further: { body: string; images: string[] }[] } {
    const rows = this.#rows<{ title: string; images: string; further: string }>(
      'SELECT title, images, further FROM phrases WHERE deleted_at IS NULL',
    )
    const row = rows.find((one) => one.title === title)
    if (!row) throw new Error(`there is no phrase called ${title}`)
    return { images: JSON.parse(row.images), further: JSON.parse(row.further) }
  }

  /** Gives a phrase another title, as another program does beside the window. */
  retitle(title: string, to: string): void {
    const database = new Database(path.join(this.dataDir, 'golden-six.sqlite'))
    try {
      database.prepare('UPDATE phrases SET title = ? WHERE title = ?').run(to, title)
    } finally {
      database.close()
    }
  }

  /** Lets phrases have been written so many days ago. */
  age(codes: readonly string[], days: number): void {
    const database = new Database(path.join(this.dataDir, 'golden-six.sqlite'))
    try {
      const change = database.prepare('UPDATE phrases SET created_at = created_at - ? WHERE code = ?')
      for (const code of codes) change.run(days * 24 * 60 * 60 * 1000, code)
    } finally {
      database.close()
    }
  }

  /** Codes of the phrases that are archived. */
  archived(): (string | null)[] {
    const rows = this.#rows<{ code: string | null }>('SELECT code FROM phrases WHERE archived_at IS NOT NULL')
    return rows.map(({ code }) => code)
  }

  /** Codes, uses and example questions of the phrases that are there and not deleted, by title. */
  kept(): Record<string, { code: string | null; uses: number; questions: string[] }> {
    const rows = this.#rows<{ title: string; code: string | null; uses: number; questions: string }>(
      'SELECT title, code, ifnull(uses, 0) AS uses, questions FROM phrases LEFT JOIN phrase_use ON phrase_id = id WHERE deleted_at IS NULL',
    )
    return Object.fromEntries(
      rows.map(({ title, questions, ...row }) => [title, { ...row, questions: JSON.parse(questions) }]),
    )
  }

  /** Makes a phrase one of the team's library, as if it had come in a pack. The program must not be running. */
  giveToTeam(code: string): void {
    const database = new Database(path.join(this.dataDir, 'golden-six.sqlite'))
    try {
      database.prepare("UPDATE phrases SET source = 'team' WHERE code = ?").run(code)
    } finally {
      database.close()
    }
  }

  /** The groups as they stand, one path (`议价/满减`) for each, parents before their children. */
  groups(): string[] {
    const rows = this.#rows<{ id: string; parent_id: string | null; name: string }>(
      'SELECT id, parent_id, name FROM phrase_groups ORDER BY position, name',
    )
    const under = (parentId: string | null, path: readonly string[]): string[] =>
      rows
        .filter(({ parent_id }) => parent_id === parentId)
        .flatMap(({ id, name }) => [[...path, name].join('/'), ...under(id, [...path, name])])
    return under(null, [])
  }

  /** What can be done to many phrases at once, of each phrase that is there, by its code. */
  phraseFacts(): Record<string, StoredFacts> {
    const rows = this.#rows<{ code: string; tags: string } & Omit<StoredFacts, 'tags'>>(`
      SELECT code, phrase_groups.name AS "group", step, tags, valid_from AS validFrom, valid_until AS validUntil,
             archived_at IS NOT NULL AS archived
      FROM phrases LEFT JOIN phrase_groups ON phrase_groups.id = group_id
      WHERE deleted_at IS NULL AND code IS NOT NULL`)
    return Object.fromEntries(
      rows.map(({ code, tags, ...row }) => [code, { ...row, tags: JSON.parse(tags) }]),
    )
  }

  /** The products that are there, as the desk reads them, by article code. */
  products(): Record<string, StoredProduct> {
    const skus = this.#rows<StoredSku & { product_id: string; attributes: string }>(
      'SELECT product_id, code, attributes, price_fen, stock, stock_updated_at FROM skus ORDER BY product_id, position',
    )
    const rows = this.#rows<{ id: string; code: string; name: string; price_fen: number; facts: string }>(
      'SELECT id, code, name, price_fen, facts FROM products',
    )
    return Object.fromEntries(
      rows.map(({ id, code, name, price_fen, facts }) => [
        code,
        {
          name,
          price_fen,
          facts: JSON.parse(facts),
          skus: skus
            .filter(({ product_id }) => product_id === id)
            .map(({ product_id: _, attributes, ...sku }) => ({ ...sku, attributes: JSON.parse(attributes) })),
        },
      ]),
    )
  }

  /** How much is kept of buyers; what it is cannot be read from outside. */
  customers(): { buyers: number; pastes: number } | undefined {
    return this.#rows<{ buyers: number; pastes: number }>(
      'SELECT (SELECT count(*) FROM customers) AS buyers, (SELECT count(*) FROM customer_pastes) AS pastes',
    )[0]
  }

  /** How many follow-ups there are, and how many of them are done, put off, deleted; what they say is sealed. */
  followUps(): { all: number; done: number; snoozed: number; deleted: number } | undefined {
    return this.#rows<{ all: number; done: number; snoozed: number; deleted: number }>(
      'SELECT count(*) AS "all", count(done_at) AS done, count(snoozed_until) AS snoozed, count(deleted_at) AS deleted FROM follow_ups',
    )[0]
  }

  /** The shop's profile, as it is stored. */
  shop(): Record<string, unknown> {
    const [row] = this.#rows<{ profile: string }>('SELECT profile FROM shops')
    return row ? JSON.parse(row.profile) : {}
  }

  /** Every shop's profile, the oldest first. */
  shops(): Record<string, unknown>[] {
    return this.#shopRows().map(({ profile }) => JSON.parse(profile))
  }

  /** The name of the shop that scripts speak for. */
  currentShop(): unknown {
    const rows = this.#shopRows()
    const chosen = rows.find(({ id }) => id === this.settings().shopId) ?? rows[0]
    return chosen && JSON.parse(chosen.profile).name
  }

  #shopRows() {
    return this.#rows<{ id: string; profile: string }>(
      "SELECT id, profile FROM shops ORDER BY id <> 'main', id",
    )
  }

  /** What was set otherwise than the program has it by itself. */
  settings(): Partial<Settings> {
    const file = path.join(this.dataDir, 'settings.json')
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  }

  #rows<T>(sql: string): T[] {
    const database = new Database(path.join(this.dataDir, 'golden-six.sqlite'), { readonly: true })
    try {
      return database.prepare(sql).all() as T[]
    } finally {
      database.close()
    }
  }
}
