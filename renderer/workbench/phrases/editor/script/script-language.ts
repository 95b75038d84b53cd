import { HighlightStyle, StreamLanguage, type StreamParser, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { tags } from '@lezer/highlight'
import type { Writing } from './place.ts'

interface Reading {
  /** The mark that ends what is being read; null in plain text. */
  end: '}}' | '%}' | null
  /** What the next word is: a tag after `{%`, a filter after a bar, else a name. */
  next: 'tag' | 'filter' | 'name'
  /** The tag whose content is not markup, until it ends. */
  literal: 'raw' | 'comment' | null
}

const WORD = /^[\p{L}_][\p{L}\p{N}_.]*/u
const OPERATOR_WORDS = new Set(['and', 'or', 'not', 'contains', 'in'])

/** Tells apart what a script is made of. Full-width punctuation counts as its ASCII sister, as the parser has it. */
function parserOf(writing: Writing): StreamParser<Reading> {
  const start: Reading = { end: writing === 'condition' ? '}}' : null, next: 'name', literal: null }
  return {
    name: 'script',
    startState: () => ({ ...start }),
    copyState: (state) => ({ ...state }),
    token: (stream, state) => (state.end ? markupToken(stream, state, writing) : textToken(stream, state)),
    // The whole markup is told from the text by its ground, blanks and all.
    tokenTable: { markup: tags.meta, filter: tags.function(tags.variableName), words: tags.content },
  }
}

type Stream = Parameters<StreamParser<Reading>['token']>[0]

function textToken(stream: Stream, state: Reading): string {
  if (state.literal && !new RegExp(`^\\{%-?\\s*end${state.literal}`).test(stream.string.slice(stream.pos))) {
    const end = stream.string.slice(stream.pos + 1).search(/\{%/)
    if (end < 0) stream.skipToEnd()
    else stream.pos += end + 1
    return state.literal === 'comment' ? 'comment' : 'words'
  }
  if (stream.match('{{') || stream.match('{%')) {
    state.end = stream.current() === '{{' ? '}}' : '%}'
    state.next = state.end === '%}' ? 'tag' : 'name'
    stream.eat('-')
    return 'markup'
  }
  const next = stream.string.slice(stream.pos + 1).search(/\{[{%]/)
  if (next < 0) stream.skipToEnd()
  else stream.pos += next + 1
  return 'words'
}

function markupToken(stream: Stream, state: Reading, writing: Writing): string {
  if (writing === 'script' && (stream.match(state.end ?? '') || stream.match(`-${state.end}`))) {
    state.end = null
    return 'markup'
  }
  if (stream.eatSpace()) return 'markup'
  if (stream.match(/^["“”][^"“”]*["“”]?/) || stream.match(/^['‘’][^'‘’]*['‘’]?/)) return 'string'
  if (stream.match(/^\d+(\.\d+)?/)) return 'number'
  if (stream.match(/^[|｜]/)) {
    state.next = 'filter'
    return 'operator'
  }
  if (stream.match(WORD)) return wordToken(stream.current(), state)
  stream.next()
  return 'operator'
}

function wordToken(word: string, state: Reading): string {
  const kind = state.next
  state.next = 'name'
  if (kind === 'filter') return 'filter'
  if (kind === 'tag') {
    if (word === 'raw' || word === 'comment') state.literal = word
    if (word === 'endraw' || word === 'endcomment') state.literal = null
    return 'keyword'
  }
  return OPERATOR_WORDS.has(word) ? 'keyword' : 'variableName'
}

const COLOURS = HighlightStyle.define([
  { tag: tags.meta, class: 'script-markup' },
  { tag: tags.keyword, class: 'script-markup script-keyword' },
  { tag: tags.variableName, class: 'script-markup script-name' },
  { tag: tags.function(tags.variableName), class: 'script-markup script-filter' },
  { tag: [tags.string, tags.number], class: 'script-markup script-value' },
  { tag: tags.operator, class: 'script-markup' },
  { tag: tags.comment, class: 'script-comment' },
])

/** The script language as an editor shows it. */
export function scriptLanguage(writing: Writing): Extension {
  return [StreamLanguage.define(parserOf(writing)), syntaxHighlighting(COLOURS)]
}
