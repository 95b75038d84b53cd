import uFuzzy from '@leeoniya/ufuzzy'
import Database from 'better-sqlite3'
import FlexSearch from 'flexsearch'
import Fuse from 'fuse.js'
import fuzzysort from 'fuzzysort'
import MiniSearch from 'minisearch'
import pinyinMatch from 'pinyin-match'
import { pinyin } from 'pinyin-pro'
import { PhraseIndex } from '../../../shared/search/index.ts'
import type { BenchPhrase } from './corpus.ts'
import { asDocument, NOW, TODAY } from './documents.ts'

/** Ids of the best phrases for a query, best first. */
export type Find = (query: string, limit: number) => string[]

export interface Engine {
  name: string
  /** Seconds rather than milliseconds a query: asked only a sample of the queries. */
  isSlow?: boolean
  index(phrases: readonly BenchPhrase[]): Find
}

/** A phrase with the pinyin fields that the general engines are given. */
interface Row {
  id: string
  title: string
  body: string
  tags: string
  questions: string
  code: string
  full: string
  initials: string
}

function rowOf({ id, title, body, tags, triggers, code }: BenchPhrase): Row {
  const syllables = pinyin(title, { toneType: 'none', type: 'array', v: true })
  return {
    id,
    title,
    body,
    tags: tags.join(' '),
    questions: triggers.join(' '),
    code: code ?? '',
    full: syllables.join(''),
    initials: syllables.map((syllable) => syllable[0] ?? '').join(''),
  }
}

const allText = (row: Row) =>
  [row.code, row.title, row.full, row.initials, row.tags, row.questions, row.body].join(' ').toLowerCase()
const WEIGHTED_KEYS = [
  { name: 'title', weight: 1 },
  { name: 'code', weight: 1 },
  { name: 'full', weight: 0.9 },
  { name: 'initials', weight: 0.8 },
  { name: 'questions', weight: 0.6 },
  { name: 'tags', weight: 0.5 },
  { name: 'body', weight: 0.3 },
]

/** Characters, pairs of characters, and whole words of letters: what tokenisers advise for Chinese. */
function tokens(text: string): string[] {
  const found: string[] = []
  for (const run of text.toLowerCase().match(/[a-z0-9]+|[\u4e00-\u9fff]+/g) ?? []) {
    if (/[a-z0-9]/.test(run)) found.push(run)
    else
      for (let i = 0; i < run.length; i++)
        found.push(...(i > 0 ? [run.slice(i - 1, i + 1)] : []), run[i] ?? '')
  }
  return found
}

function golden(phrases: readonly BenchPhrase[]): Find {
  const index = PhraseIndex.build(phrases.map(asDocument))
  return (text, limit) => index.search({ text, now: NOW, today: TODAY, limit }).hits.map(({ id }) => id)
}

function fuse(useTokenSearch: boolean) {
  return (phrases: readonly BenchPhrase[]): Find => {
    const index = new Fuse(phrases.map(rowOf), {
      keys: WEIGHTED_KEYS,
      ignoreLocation: true,
      threshold: 0.4,
      ...(useTokenSearch ? { useTokenSearch } : {}),
    })
    return (query, limit) => index.search(query, { limit }).map(({ item }) => item.id)
  }
}

function miniSearch(phrases: readonly BenchPhrase[]): Find {
  const index = new MiniSearch<Row>({
    fields: ['title', 'code', 'full', 'initials', 'questions', 'tags', 'body'],
    tokenize: tokens,
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3, full: 2, initials: 2, questions: 1.5 } },
  })
  index.addAll(phrases.map(rowOf))
  return (query, limit) =>
    index
      .search(query)
      .slice(0, limit)
      .map(({ id }) => String(id))
}

function flexSearch(phrases: readonly BenchPhrase[]): Find {
  const index = new FlexSearch.Document({
    document: { id: 'id', index: ['title', 'code', 'full', 'initials', 'questions', 'tags', 'body'] },
    encode: tokens,
    tokenize: 'forward',
  })
  for (const row of phrases.map(rowOf)) index.add({ ...row })
  return (query, limit) =>
    index
      .search(query, { limit, merge: true, suggest: true })
      .map((hit) => String('id' in hit ? hit.id : hit))
}

function trigrams(phrases: readonly BenchPhrase[]): Find {
  const database = new Database(':memory:')
  database.exec(
    "CREATE VIRTUAL TABLE phrase USING fts5(id UNINDEXED, title, pinyin, rest, tokenize = 'trigram')",
  )
  const insert = database.prepare('INSERT INTO phrase VALUES (?, ?, ?, ?)')
  database.transaction(() => {
    for (const row of phrases.map(rowOf)) {
      insert.run(
        row.id,
        row.title,
        `${row.full} ${row.initials}`,
        `${row.code} ${row.tags} ${row.questions} ${row.body}`,
      )
    }
  })()
  const match = database
    .prepare<[string, number], string>(
      'SELECT id FROM phrase WHERE phrase MATCH ? ORDER BY bm25(phrase, 0, 10, 5, 1) LIMIT ?',
    )
    .pluck()
  return (query, limit) => {
    const words = query.split(/\s+/).filter((word) => word.length >= 3)
    if (words.length === 0) return []
    return match.all(words.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND '), limit)
  }
}

export const ENGINES: readonly Engine[] = [
  { name: 'golden-six', index: golden },
  { name: 'fuse.js', isSlow: true, index: fuse(false) },
  { name: 'fuse.js, token search', isSlow: true, index: fuse(true) },
  {
    name: 'fuzzysort',
    index: (phrases) => {
      const rows = phrases.map(rowOf)
      const keys = ['title', 'code', 'full', 'initials', 'questions', 'tags', 'body']
      return (query, limit) => fuzzysort.go(query, rows, { keys, limit }).map(({ obj }) => obj.id)
    },
  },
  {
    name: 'uFuzzy',
    index: (phrases) => {
      const rows = phrases.map(rowOf)
      const texts = rows.map(allText)
      const fuzzy = new uFuzzy({
        unicode: true,
        interSplit: '[^\\p{L}\\d]+',
        intraSplit: '\\p{Ll}\\p{Lu}',
        intraIns: 1,
      })
      return (query, limit) => {
        const [found, info, order] = fuzzy.search(texts, query.toLowerCase(), 1, 1000)
        const best = info && order ? order.map((i) => info.idx[i] ?? 0) : (found ?? [])
        return best.slice(0, limit).map((i) => rows[i]?.id ?? '')
      }
    },
  },
  { name: 'MiniSearch', index: miniSearch },
  { name: 'FlexSearch', index: flexSearch },
  {
    name: 'pinyin-match',
    isSlow: true,
    index: (phrases) => {
      const rows = phrases.map(rowOf)
      return (query, limit) => {
        const found: { id: string; at: number }[] = []
        for (const { id, title, tags, questions, body, code } of rows) {
          const at = pinyinMatch.match(`${title} ${code} ${tags} ${questions} ${body}`, query)
          if (Array.isArray(at)) found.push({ id, at: at[0] })
        }
        return found
          .sort((a, b) => a.at - b.at)
          .slice(0, limit)
          .map(({ id }) => id)
      }
    },
  },
  { name: 'SQLite FTS5 trigram', index: trigrams },
  {
    name: 'substring scan',
    index: (phrases) => {
      const rows = phrases.map(rowOf).map((row) => ({ id: row.id, text: allText(row) }))
      return (query, limit) => {
        const words = query.toLowerCase().split(/\s+/)
        const found: string[] = []
        for (const { id, text } of rows) {
          if (words.every((word) => text.includes(word)) && found.push(id) === limit) break
        }
        return found
      }
    },
  },
]
